import { seedAt } from '../../engine/fan/fan.ts';
import type { SearchAxis, SearchStage } from '../../engine/tune.ts';
import { listAxis, type SweepAxis } from '../../sweep/axis.ts';
import type { SweepPlan } from '../../sweep/plan.ts';
import { planOf } from '../maps/plan.ts';
import { isNoisy } from '../noise.ts';
import { formulaIn, ruleIn } from '../rule.ts';
import type { Runner, Scene } from '../schema.ts';
import { runnersIn, toleranceIn } from '../settings.ts';
import { surfaceIn } from '../surface.ts';

/** What every optimizer is tuned with, with nothing left out. */
export interface RaceChoice {
  readonly trials: number;
  readonly starts: 'all' | 'own';
  readonly seeds: number;
  /** Of the search. */
  readonly seed: number;
  /** Of each run. */
  readonly steps: number;
}

const usualTrials = 96;

export function raceIn(scene: Scene): RaceChoice {
  const { race = {}, steps = scene.steps } = scene.maps ?? {};
  return {
    trials: race.trials ?? usualTrials,
    starts: race.starts ?? 'all',
    seeds: race.seeds ?? 1,
    seed: race.seed ?? 1,
    steps,
  };
}

/** Coarse, then fine: half of the trials anywhere, a quarter in 30 % of each axis around the best, the rest in 10 %. */
export function raceStages(trials: number): SearchStage[] {
  const [first, second] = [Math.ceil(trials / 2), Math.floor(trials / 4)];
  return [
    { trials: first, span: 1 },
    { trials: second, span: 0.3 },
    { trials: trials - first - second, span: 0.1 },
  ].filter((stage) => stage.trials > 0);
}

/** Digits of what is tried: as many as a person would write; a decay needs more, as 1 − value is what counts. */
const digitsOf = { linear: 4, log: 3, decay: 6 } as const;

/** All hyperparameters of an optimizer's rule over their sliders' ranges, on their scales. */
export const raceAxes = (scene: Scene, runner: Runner): Record<string, SearchAxis> =>
  Object.fromEntries(
    Object.entries(ruleIn(runner, scene.optimizers).hyper).map(([name, { min, max, scale, integer }]) => [
      name,
      { min, max, scale, digits: digitsOf[scale], ...(integer === true ? { integer } : {}) },
    ]),
  );

/** What each trial is run from: every start, with every seed where a run depends on it. */
export function raceCases(scene: Scene, { starts, seeds }: RaceChoice): Record<string, number>[] {
  const from = starts === 'own' ? [scene.start] : surfaceIn(scene).starts;
  const draws = isNoisy(scene) ? Array.from({ length: seeds }, (_, i) => ({ seed: seedAt(scene.seed, i) })) : [{}];
  return from.flatMap(([x, y]) => draws.map((draw) => ({ 'start.x': x, 'start.y': y, ...draw })));
}

/** Some trials of an optimizer: across the cases, up the trials. What the scene changes on the way is left out. */
export function trialsPlan(
  scene: Scene,
  runner: Runner,
  choice: RaceChoice,
  values: readonly Readonly<Record<string, number>>[],
): SweepPlan {
  const cases = raceCases(scene, choice);
  const axes: [SweepAxis, SweepAxis] = [listAxis('cases', cases), listAxis('trials', values)];
  const { interventions: _, ...undisturbed } = scene;
  return planOf(undisturbed, runner, {
    axes,
    size: [cases.length, values.length],
    steps: choice.steps,
  });
}

/** What a race depends on: as long as it is the same, what has been found is what would be found again. */
export function raceKey(scene: Scene): string {
  const { surface, noise, batch, schedule, muSchedule } = scene;
  const rules = runnersIn(scene).map((runner) => [runner.id, formulaIn(runner), runner.state]);
  const choice = raceIn(scene);
  const { trials, seed, steps } = choice;
  const run = [surface, noise, batch, schedule, muSchedule, toleranceIn(scene), rules];
  return JSON.stringify([run, raceCases(scene, choice), trials, seed, steps]);
}
