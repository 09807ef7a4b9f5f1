import { useEffect } from 'react';
import { playback } from '../state/playback.ts';
import { preferences } from '../state/preferences.ts';
import { change, redo, sceneStore, undo } from '../state/store.ts';
import { type Command, commandOf, isTaken } from './keyboard.ts';
import { withSolo } from './panel/recipes.ts';

const solo = (place: number): void => {
  const runner = sceneStore.getState().scene.optimizers[place];
  if (runner !== undefined) change(withSolo(runner.id));
};

const actions: Readonly<Record<Exclude<Command, 'sheet' | object>, () => void>> = {
  toggle: playback.toggle,
  stepBack: () => playback.stepBy(-1),
  stepOn: () => playback.stepBy(1),
  tenBack: () => playback.stepBy(-10),
  tenOn: () => playback.stepBy(10),
  first: () => playback.seek(0),
  last: () => playback.seek(playback.length),
  restart: playback.restart,
  undo,
  redo,
  all: () => change(withSolo(undefined)),
};

/** Keys for the whole page; nothing where somebody types, or where they are switched off. */
export function Shortcuts({ onSheet }: { onSheet(): void }): null {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command === undefined || event.defaultPrevented || event.isComposing) return;
      const isUndo = command === 'undo' || command === 'redo';
      if (!isUndo && !preferences.getState().shortcuts) return;
      if (event.target instanceof Element && isTaken(event.target, event)) return;
      event.preventDefault();
      if (command === 'sheet') onSheet();
      else if (typeof command === 'object') solo(command.solo);
      else actions[command]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onSheet]);
  return null;
}
