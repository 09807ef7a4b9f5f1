import { grid, type SearchAxis } from '../../../engine/tune.ts';
import { searchAxes, type SearchedName } from '../../../network/search.ts';
import type { LabTrial } from '../../../state/network/search.ts';

const axisOf: Readonly<Record<SearchAxis['scale'], (value: number) => number>> = {
  linear: (value) => value,
  log: Math.log10,
  decay: (value) => -Math.log10(1 - value),
};

/** Where a value stands on its axis, 0 at the bottom to 1 at the top. */
export function placeOn(name: SearchedName, value: number): number {
  const { min, max, scale } = searchAxes[name] as SearchAxis;
  const at = axisOf[scale];
  return (at(value) - at(min)) / (at(max) - at(min));
}

/** Accuracy on validation, from the worst of the trials at the bottom to the best at the top. */
function scorePlace(score: number, trials: readonly LabTrial[]): number {
  const finite = trials.map((trial) => trial.score).filter(Number.isFinite);
  const [best, worst] = [Math.min(...finite), Math.max(...finite)];
  if (!Number.isFinite(score)) return 0;
  return worst === best ? 1 : (worst - score) / (worst - best);
}

/** A trial as a line over the axes and then its score, in a picture `width` × `height` with room at top and bottom. */
export function lineOf(
  trial: LabTrial,
  names: readonly SearchedName[],
  trials: readonly LabTrial[],
  width: number,
  height: number,
): string {
  const places = [...names.map((name) => placeOn(name, trial.values[name])), scorePlace(trial.score, trials)];
  const step = width / (places.length - 1);
  return places
    .map((place, i) => `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${((1 - place) * height).toFixed(1)}`)
    .join('');
}

/** Different values on an axis. */
export const distinct = (values: readonly number[]): number => new Set(values).size;

/** Different values on each axis that a number of trials tried, at random and on a grid. */
export interface Compared {
  readonly count: number;
  readonly random: readonly number[];
  readonly regular: readonly number[];
}

/** The first trials against a grid of as many: the largest that the trials made are enough for; undefined where none is. */
export function compared(names: readonly SearchedName[], trials: readonly LabTrial[]): Compared | undefined {
  const axes = Object.fromEntries(names.map((name) => [name, searchAxes[name]])) as typeof searchAxes;
  const points = grid(axes, trials.length);
  if (points.length < 2) return undefined;
  const drawn = [...trials].sort((a, b) => a.place - b.place).slice(0, points.length);
  return {
    count: points.length,
    random: names.map((name) => distinct(drawn.map(({ values }) => values[name]))),
    regular: names.map((name) => distinct(points.map((values) => values[name]))),
  };
}
