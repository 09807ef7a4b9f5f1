import { fieldOf } from '../../engine/field.ts';
import { floorOf } from '../maps/floor.ts';
import type { Runner, Scene } from '../schema.ts';
import { surfaceIn } from '../surface.ts';
import { raceCases, raceIn } from './plan.ts';
import type { RaceEntry } from './race.ts';
import { bestTrial, goodShare, type RaceTrial } from './score.ts';

/** What a race has found of an optimizer. */
export interface RaceResult {
  readonly id: string;
  readonly best: RaceTrial | undefined;
  /** Share of the trials that end within a factor of the best. */
  readonly good: number;
}

/** The mean loss where the runs begin. */
function originOf(scene: Scene): number {
  const { formula, values } = surfaceIn(scene);
  const field = fieldOf(formula, Object.keys(values));
  const cases = raceCases(scene, raceIn(scene));
  const losses = cases.map((each) => field.at(values, each['start.x'] as number, each['start.y'] as number).loss);
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The results from the best optimizer to the worst; those without a trial that ends well last. */
export function resultsOf(scene: Scene, entries: readonly RaceEntry[]): RaceResult[] {
  const hasFloor = floorOf(scene) !== undefined;
  const origin = hasFloor ? NaN : originOf(scene);
  return entries
    .map(({ id, trials }) => ({ id, best: bestTrial(trials), good: goodShare(trials, hasFloor, origin) }))
    .sort((a, b) => (a.best?.score ?? Infinity) - (b.best?.score ?? Infinity) || 0);
}

const text = (value: number): string => (Number.isFinite(value) ? String(value) : '');

/** One row per trial: optimizer, its place and stage, every hyperparameter, the loss, cases that settled; nothing where it diverged. */
export function raceCsv(entries: readonly RaceEntry[]): string {
  const names = [...new Set(entries.flatMap(({ trials }) => Object.keys(trials[0]?.values ?? {})))];
  const rows = entries.flatMap(({ id, trials }) =>
    trials.map(({ place, stage, values, loss, settled }) =>
      [id, place, stage, ...names.map((name) => text(values[name] ?? NaN)), text(loss), settled].join(),
    ),
  );
  return `${[['optimizer', 'trial', 'stage', ...names, 'loss', 'settled'].join(), ...rows].join('\n')}\n`;
}

/** The race as JSON: what it was run with, the results, and all trials; null for the loss of one that diverged. */
export const raceJson = (scene: Scene, entries: readonly RaceEntry[]): string =>
  `${JSON.stringify(
    { scene, cases: raceCases(scene, raceIn(scene)), results: resultsOf(scene, entries), entries },
    null,
    2,
  )}\n`;

/** A trial's values as an optimizer's settings. */
export const withTrial =
  (id: string, values: Readonly<Record<string, number>>) =>
  (scene: Scene): Scene => ({
    ...scene,
    optimizers: scene.optimizers.map((runner) => (runner.id === id ? ({ ...runner, ...values } as Runner) : runner)),
  });
