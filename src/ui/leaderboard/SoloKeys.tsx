import { change, sceneStore } from '../../state/store.ts';
import { withSolo } from '../panel/recipes.ts';
import { useCommands } from '../useCommands.ts';

/** Digits show one optimizer of the race alone, and all of them again. */
export function SoloKeys(): null {
  useCommands((command) => {
    if (command === 'all') change(withSolo(undefined));
    if (typeof command === 'string') return command === 'all';
    const runner = sceneStore.getState().scene.optimizers[command.solo];
    if (runner !== undefined) change(withSolo(runner.id));
    return true;
  });
  return null;
}
