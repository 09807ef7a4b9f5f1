import { createStore } from 'zustand/vanilla';
import type { Run } from '../engine/run.ts';
import { FormulaError } from '../formula/errors.ts';
import { problem, type Problem } from './problem.ts';
import type { Scene } from './schema.ts';
import { simulations } from './simulations.ts';
import { stats, timed } from './stats.ts';
import { sceneStore } from './store.ts';

/** The runs of the scene; where it cannot be run, those of the last scene that could, and why. */
export interface RunsState {
  readonly runs: readonly Run[];
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

const next = (scene: Scene, before: RunsState | undefined): RunsState => {
  let state: RunsState = { runs: before?.runs ?? [], scene: before?.scene ?? scene };
  stats.lastSimulationMs = timed(() => {
    try {
      const { runs, fresh } = kept.of(scene);
      const isSame = runs.length === before?.runs.length && runs.every((run, i) => run === before.runs[i]);
      state = { runs: isSame ? before.runs : runs, scene };
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
