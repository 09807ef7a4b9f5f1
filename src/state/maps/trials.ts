import { simulate } from '../../engine/simulate.ts';
import { grid, searchInStages, type SearchStage } from '../../engine/tune.ts';
import { placeOn, type SweepAxis } from '../../sweep/axis.ts';
import { settingsAlong } from '../../sweep/plan.ts';
import type { Runner, Scene } from '../schema.ts';
import type { ChosenMaps } from './chosen.ts';
import { planOf } from './plan.ts';
import type { TrialKind } from './schema.ts';

type Values = Readonly<Record<'x' | 'y', number>>;

/** Some trials of a search of the two settings that a map shows. */
export interface Trials {
  readonly way: 'grid' | 'random' | 'coarse' | 'fine';
  /** Places on the two axes and the loss after the last step, Infinity where a run does not come so far. */
  readonly places: readonly (readonly [across: number, up: number])[];
  readonly losses: readonly number[];
  /** Which of them ends lowest. */
  readonly best: number;
}

/** Trials of each way. */
export const budget = 16;
/** Half of the budget over the whole map, half within a third of each axis around the best of the first. */
const stages: readonly SearchStage[] = [
  { trials: budget / 2, span: 1 },
  { trials: budget / 2, span: 1 / 3 },
];

const searched = ({ from, to, scale }: SweepAxis) => ({ min: from, max: to, scale });

/** The trials that lie over a map of two settings, with the draws of the scene's seed: random ones beside a grid of as many, or coarse and then fine. */
export function trialsOf(scene: Scene, runner: Runner, maps: ChosenMaps, kind: TrialKind): readonly Trials[] {
  const { axes, steps, tolerance } = maps;
  const runs = settingsAlong(planOf(scene, runner, { axes, size: [1, 1], steps, tolerance }));
  const lossAt = ({ x, y }: Values): number => {
    const run = simulate(runner.id, runs.at(x, y));
    return run.steps < steps ? Infinity : (run.columns['loss']?.[steps] ?? Infinity);
  };
  const told = (way: Trials['way'], values: readonly Values[], losses = values.map(lossAt)): Trials => ({
    way,
    places: values.map(({ x, y }) => [placeOn(axes[0], x), placeOn(axes[1], y)]),
    losses,
    best: losses.indexOf(Math.min(...losses)),
  });
  const ranges = { x: searched(axes[0]), y: searched(axes[1]) };
  const isRandom = kind === 'random';
  const found: Trials[] = isRandom ? [told('grid', grid(ranges, budget))] : [];
  const search = searchInStages({
    axes: ranges,
    stages: isRandom ? [{ trials: budget, span: 1 }] : stages,
    seed: scene.seed,
  });
  let step = search.next();
  while (step.done !== true) {
    const losses = step.value.map(lossAt);
    found.push(told(isRandom ? 'random' : found.length === 0 ? 'coarse' : 'fine', step.value, losses));
    step = search.next(losses);
  }
  return found;
}
