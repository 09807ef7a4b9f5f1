import { futureRow, refuse } from '../../state/future.ts';
import { valueAfter, withMove } from '../../state/interventions.ts';
import { preferences } from '../../state/preferences.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { change, sceneStore } from '../../state/store.ts';
import { linkedRates } from '../panel/linkRates.ts';
import { withRunner } from '../panel/recipes.ts';

/** What a hand on a slider keeps in mind: the optimizers as they were when it took hold, and the row of its latest move. */
export interface Hold {
  readonly runners: readonly Runner[];
  row?: number;
}

/** The optimizers with the rates that hold at the cursor. */
const ratesNow = (scene: Scene, row: number): Runner[] =>
  scene.optimizers.map((runner) => ({ ...runner, lr: valueAfter(scene, runner, 'lr', row) }));

export const takeHold = (): Hold => ({ runners: ratesNow(sceneStore.getState().scene, futureRow()) });

const isLinked = (name: string): boolean => name === 'lr' && preferences.getState().linkRates;

/** Changes the whole run. */
function moveBase(id: string, name: string, value: number, hold: Hold): void {
  const group = `${id} ${name}`;
  if (!isLinked(name))
    return change(
      withRunner(id, (before) => ({ ...before, [name]: value })),
      group,
    );
  change((scene) => ({ ...scene, optimizers: linkedRates(scene.optimizers, hold.runners, id, value) }), group);
}

/**
 * A hyperparameter set by hand: for the whole run, or where only the future is changed, from the cursor on; all of one
 * hold is one step of undo. Where it is not taken, `refuse` has the reason.
 */
export function moveHyper(id: string, name: string, value: number, hold: Hold): void {
  const row = futureRow();
  if (row === 0) return moveBase(id, name, value, hold);
  const { scene } = sceneStore.getState();
  if (row >= scene.steps) return refuse('end');
  const linked = linkedRates(hold.runners, hold.runners, id, value).filter(({ off }) => off !== true);
  const moves = isLinked(name) ? linked.map((runner) => [runner.id, runner.lr] as const) : [[id, value] as const];
  change(
    (before) =>
      moves.reduce((now, [of, to]) => withMove({ step: row, id: of, name, value: to }, hold.row)(now), before),
    `${id} ${name}`,
  );
  hold.row = row;
  const after = sceneStore.getState().scene;
  const isTaken = moves.every(([of, to]) => {
    const runner = after.optimizers.find((each) => each.id === of);
    return runner !== undefined && valueAfter(after, runner, name, row) === to;
  });
  refuse(isTaken ? undefined : 'full');
}
