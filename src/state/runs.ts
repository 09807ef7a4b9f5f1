import { createStore } from 'zustand/vanilla';
import type { Run } from '../engine/run.ts';
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

const told = (error: unknown): Problem => {
  if (error instanceof FormulaError) return problem('', { en: error.sentence('en'), zh: error.sentence('zh') });
  const message = error instanceof Error ? error.message : String(error);
  return problem('', { en: `cannot be run: ${message}`, zh: `无法运行：${message}` });
};

/** The list from before where the new one holds the same items, so that nothing is drawn again. */
const unlessSame = <T>(items: readonly T[], before: readonly T[], isSame: (a: T, b: T | undefined) => boolean) =>
  items.length === before.length && items.every((item, i) => isSame(item, before[i])) ? before : items;

const next = (scene: Scene, before: RunsState | undefined): RunsState => {
  const { runs: oldRuns = [], ghosts: oldGhosts = [] } = before ?? {};
  let state: RunsState = { runs: oldRuns, ghosts: oldGhosts, scene: before?.scene ?? scene };
  stats.lastSimulationMs = timed(() => {
    try {
      const { runs, ghosts, fresh } = kept.of(scene);
      state = {
        runs: unlessSame(runs, oldRuns, (a, b) => a === b),
        ghosts: unlessSame(ghosts, oldGhosts, (a, b) => a.key === b?.key && a.run === b.run),
        scene,
      };
      stats.lastSimulations = fresh;
      stats.simulations += fresh;
    } catch (error) {
      state = { ...state, problem: told(error) };
    }
  });
  return state;
};

export const runsStore = createStore<RunsState>()(() => next(sceneStore.getState().scene, undefined));

sceneStore.subscribe(({ scene }, before) => {
  if (scene !== before.scene) runsStore.setState(next(scene, runsStore.getState()), true);
});

/** The runs that are shown: the solo optimizer's alone, where there is one. */
export const shownRuns = ({ solo }: Scene, runs: readonly Run[]): readonly Run[] =>
  runs.some(({ id }) => id === solo) ? runs.filter(({ id }) => id === solo) : runs;
