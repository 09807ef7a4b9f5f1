import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { axisOf, type Quantity } from '../formula/quantity.ts';

/** A hyperparameter that is searched: its range, and the scale on which it is drawn uniformly. */
export interface SearchAxis extends Pick<Quantity, 'min' | 'max' | 'scale'> {
  /** Significant digits that every value is rounded to before it is tried. */
  readonly digits?: number;
  /** True where only whole numbers make sense. */
  readonly integer?: boolean;
}

/** A part of the budget: how many trials, in which share of each axis around the best value so far (1: the whole axis). */
export interface SearchStage {
  readonly trials: number;
  readonly span: number;
}

/** Values, and how bad they are; a score that is not a number counts as Infinity. */
export interface Trial<Name extends string> {
  readonly values: Readonly<Record<Name, number>>;
  readonly score: number;
}

/** Where is looked, how often, and from which random numbers. */
export interface SearchPlan<Name extends string> {
  readonly axes: Readonly<Record<Name, SearchAxis>>;
  readonly stages: readonly SearchStage[];
  readonly seed: number;
}

export interface Search<Name extends string> extends SearchPlan<Name> {
  /** What is minimised. */
  readonly objective: (values: Readonly<Record<Name, number>>) => number;
}

/** A uniform draw from the share `span` of an axis around `centre`, as much of it as lies on the axis. */
function draw(
  { min, max, scale, digits, integer }: SearchAxis,
  span: number,
  share: number,
  centre: number | undefined,
): number {
  const { to, from } = axisOf[scale];
  const [low, high] = [to(min), to(max)];
  const middle = centre === undefined ? (low + high) / 2 : to(centre);
  const reach = (span * (high - low)) / 2;
  const [left, right] = [Math.max(low, middle - reach), Math.min(high, middle + reach)];
  const value = Math.min(max, Math.max(min, from(left + share * (right - left))));
  const rounded = integer === true ? Math.round(value) : value;
  return digits === undefined ? rounded : Number(rounded.toPrecision(digits));
}

/** Whether a trial is better: by score, and at a tie by the smaller value on the first axis on which they differ. */
function isBetter<Name extends string>(a: Trial<Name>, b: Trial<Name>, names: readonly Name[]): boolean {
  if (a.score !== b.score) return a.score < b.score;
  const name = names.find((axis) => a.values[axis] !== b.values[axis]);
  return name !== undefined && a.values[name] < b.values[name];
}

/** What a search found: the best trial, and all of them in order. */
export interface Found<Name extends string> {
  readonly best: Trial<Name>;
  readonly trials: readonly Trial<Name>[];
}

/**
 * Random search with a fixed budget, a stage at a time: yields the values of a stage's trials, which may be tried in any
 * order and in several threads, and is given their scores in the same order; where they are fewer, the first were tried,
 * and the budget went elsewhere. Every stage draws its trials independently
 * and uniformly on each axis's scale, around the best of the stages before it. The same seed gives the same trials.
 * Bergstra & Bengio 2012, Journal of Machine Learning Research 13, 281–305.
 */
export function* searchInStages<Name extends string>({
  axes,
  stages,
  seed,
}: SearchPlan<Name>): Generator<readonly Readonly<Record<Name, number>>[], Found<Name>, readonly number[]> {
  const names = Object.keys(axes) as Name[];
  const generator = xoroshiro128plus(seed);
  const trials: Trial<Name>[] = [];
  let best: Trial<Name> | undefined;
  for (const stage of stages) {
    const centre = best?.values;
    const values = Array.from({ length: stage.trials }, () => {
      const drawn = names.map((name) => [
        name,
        draw(axes[name], stage.span, uniformFloat64(generator), centre?.[name]),
      ]);
      return Object.fromEntries(drawn) as Record<Name, number>;
    });
    const scores = yield values;
    scores.forEach((score, i) => {
      const tried = values[i] as Record<Name, number>;
      const trial = { values: tried, score: Number.isNaN(score) ? Infinity : score };
      trials.push(trial);
      if (best === undefined || isBetter(trial, best, names)) best = trial;
    });
  }
  if (best === undefined) throw new RangeError('stages: expected at least one trial, found none');
  return { best, trials };
}

/** The same search, with its trials one after the other. */
export function randomSearch<Name extends string>({ objective, ...plan }: Search<Name>): Found<Name> {
  const search = searchInStages(plan);
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map(objective));
  return step.value;
}

/**
 * A grid with at most so many trials, for comparison: with d axes each has only trials^(1/d) distinct values, where random
 * search has as many as trials.
 */
export function grid<Name extends string>(
  axes: Readonly<Record<Name, SearchAxis>>,
  trials: number,
): Readonly<Record<Name, number>>[] {
  const names = Object.keys(axes) as Name[];
  const count = Math.max(1, Math.floor(trials ** (1 / names.length) + 1e-9));
  return Array.from({ length: count ** names.length }, (_, trial) => {
    const values = names.map((name, i) => {
      const place = Math.floor(trial / count ** i) % count;
      return [name, draw(axes[name], 1, (place + 0.5) / count, undefined)];
    });
    return Object.fromEntries(values) as Record<Name, number>;
  });
}
