import { useEffect, useRef } from 'react';
import { preferences } from '../state/preferences.ts';
import { type Command, commandOf, isTaken } from './keyboard.ts';

/**
 * Keys for the whole page: `run` does what a key asks for and returns whether it did anything. It is not asked where
 * somebody types, or where keys are switched off.
 */
export function useCommands(run: (command: Command) => boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command === undefined || event.defaultPrevented || event.isComposing) return;
      const isUndo = command === 'undo' || command === 'redo';
      if (!isUndo && !preferences.getState().shortcuts) return;
      if (event.target instanceof Element && isTaken(event.target, event)) return;
      if (latest.current(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
