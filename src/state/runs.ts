import { createStore } from 'zustand/vanilla';
import type { Run } from '../engine/run.ts';
import type { Later } from './fans/maker.ts';
import { FormulaError } from '../formula/errors.ts';
import type { Ghost } from './ghosts.ts';
import { problem, type Problem } from './problem.ts';
import type { Scene } from './schema.ts';
import { simulations } from './simulations.ts';
import { stats, timed } from './stats.ts';
import { sceneStore } from './store.ts';

/** The runs of the scene; where it cannot be run, those of the last scene that could, and why. */
export interface RunsState {
  readonly runs: readonly Run[];
  /** The same optimizers under other circumstances, to compare with. */
  readonly ghosts: readonly Ghost[];
  /** The scene that the runs belong to. */
  readonly scene: Scene;
  readonly problem?: Problem;
}

const kept = simulations();

let later: Later | undefined;

/** From now on no more than one long program is compiled before the page can do something else; then the next one. */
export const compileLater = (given: Later | undefined): void => {
  later = given;
};

/** Whether runs are still to come. */
let isPartial = false;

const told = (error: unknown): Problem => {
  if (error instanceof FormulaError) return problem('', { en: error.sentence('en'), zh: error.sentence('zh') });
  const message = error instanceof Error ? error.message : String(error);
  return problem('', { en: `cannot be run: ${message}`, zh: `无法运行：${message}` });
};

/** The list from before where the new one holds the same items, so that nothing is drawn again. */
const unlessSame = <T>(items: readonly T[], before: readonly T[], isSame: (a: T, b: T | undefined) => boolean) =>
  items.length === before.length && items.every((item, i) => isSame(item, before[i])) ? before : items;

/** @param said how many runs of the same change were made before */
const next = (
  scene: Scene,
  before: RunsState | undefined,
  most = later === undefined ? Infinity : 1,
  said = 0,
): RunsState => {
  isPartial = false;
  const { runs: oldRuns = [], ghosts: oldGhosts = [] } = before ?? {};
  let state: RunsState = { runs: oldRuns, ghosts: oldGhosts, scene: before?.scene ?? scene };
  stats.lastSimulationMs = timed(() => {
    try {
      const { runs, ghosts, fresh, isWhole } = kept.of(scene, most);
      state = {
        runs: unlessSame(runs, oldRuns, (a, b) => a === b),
        ghosts: unlessSame(ghosts, oldGhosts, (a, b) => a.key === b?.key && a.run === b.run),
        scene,
      };
      stats.lastSimulations = said + fresh;
      stats.simulations += fresh;
      isPartial = !isWhole;
    } catch (error) {
      state = { ...state, problem: told(error) };
    }
  });
  if (isPartial) later?.(() => goOn(scene, most));
  return state;
};

function goOn(scene: Scene, most: number): void {
  if (isPartial && sceneStore.getState().scene === scene)
    runsStore.setState(next(scene, runsStore.getState(), most, stats.lastSimulations), true);
}

/** All runs of the scene: those that are still to come are made at once. */
export function allRuns(): RunsState {
  goOn(sceneStore.getState().scene, Infinity);
  return runsStore.getState();
}

export const runsStore = createStore<RunsState>()(() => next(sceneStore.getState().scene, undefined));

sceneStore.subscribe(({ scene }, before) => {
  if (scene !== before.scene) runsStore.setState(next(scene, runsStore.getState()), true);
});

/** The runs that are shown: the solo optimizer's alone, where there is one. */
export const shownRuns = ({ solo }: Scene, runs: readonly Run[]): readonly Run[] =>
  runs.some(({ id }) => id === solo) ? runs.filter(({ id }) => id === solo) : runs;
