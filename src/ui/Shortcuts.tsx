import { redo, undo } from '../state/store.ts';
import type { Command } from './keyboard.ts';
import { useCommands } from './useCommands.ts';

/** The keys that do the same in every view. */
export function Shortcuts({ onSheet }: { onSheet(): void }): null {
  const actions: Partial<Record<Extract<Command, string>, () => void>> = { undo, redo, sheet: onSheet };
  useCommands((command) => {
    const action = typeof command === 'string' ? actions[command] : undefined;
    action?.();
    return action !== undefined;
  });
  return null;
}
