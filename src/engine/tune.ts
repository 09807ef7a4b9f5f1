import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Quantity, Scale } from '../formula/quantity.ts';

/** A hyperparameter that is searched: its range, and the scale on which it is drawn uniformly. */
export interface SearchAxis extends Pick<Quantity, 'min' | 'max' | 'scale'> {
  /** Significant digits that every value is rounded to before it is tried. */
  readonly digits?: number;
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

export interface Search<Name extends string> {
  readonly axes: Readonly<Record<Name, SearchAxis>>;
  readonly stages: readonly SearchStage[];
  readonly seed: number;
  /** What is minimised. */
  readonly objective: (values: Readonly<Record<Name, number>>) => number;
}

/** On which numbers an axis is uniform, and back. */
const uniform: Readonly<Record<Scale, { to(value: number): number; from(place: number): number }>> = {
  linear: { to: (value) => value, from: (place) => place },
  log: { to: Math.log10, from: (place) => 10 ** place },
  decay: { to: (value) => -Math.log10(1 - value), from: (place) => 1 - 10 ** -place },
};

/** A uniform draw from the share `span` of an axis around `centre`, as much of it as lies on the axis. */
function draw(
  { min, max, scale, digits }: SearchAxis,
  span: number,
  share: number,
  centre: number | undefined,
): number {
  const { to, from } = uniform[scale];
  const [low, high] = [to(min), to(max)];
  const middle = centre === undefined ? (low + high) / 2 : to(centre);
  const reach = (span * (high - low)) / 2;
  const [left, right] = [Math.max(low, middle - reach), Math.min(high, middle + reach)];
  const value = Math.min(max, Math.max(min, from(left + share * (right - left))));
  return digits === undefined ? value : Number(value.toPrecision(digits));
}

/** Whether a trial is better: by score, and at a tie by the smaller value on the first axis on which they differ. */
function isBetter<Name extends string>(a: Trial<Name>, b: Trial<Name>, names: readonly Name[]): boolean {
  if (a.score !== b.score) return a.score < b.score;
  const name = names.find((axis) => a.values[axis] !== b.values[axis]);
  return name !== undefined && a.values[name] < b.values[name];
}

/**
 * Random search with a fixed budget: every stage draws its trials independently and uniformly on each axis's scale, around
 * the best of the stages before it. Returns the best trial and all of them in order, exactly as many as the stages have.
 * The same seed gives the same trials. Bergstra & Bengio 2012, Journal of Machine Learning Research 13, 281–305.
 */
export function randomSearch<Name extends string>({
  axes,
  stages,
  seed,
  objective,
}: Search<Name>): {
  best: Trial<Name>;
  trials: readonly Trial<Name>[];
} {
  const names = Object.keys(axes) as Name[];
  const generator = xoroshiro128plus(seed);
  const trials: Trial<Name>[] = [];
  let best: Trial<Name> | undefined;
  for (const stage of stages) {
    const centre = best?.values;
    for (let i = 0; i < stage.trials; i += 1) {
      const drawn = names.map((name) => [
        name,
        draw(axes[name], stage.span, uniformFloat64(generator), centre?.[name]),
      ]);
      const values = Object.fromEntries(drawn) as Record<Name, number>;
      const score = objective(values);
      const trial = { values, score: Number.isNaN(score) ? Infinity : score };
      trials.push(trial);
      if (best === undefined || isBetter(trial, best, names)) best = trial;
    }
  }
  if (best === undefined) throw new RangeError('stages: expected at least one trial, found none');
  return { best, trials };
}
