import type { Direction, Point } from './geometry.ts';

const written = (...values: number[]): string => values.map((value) => value.toFixed(1)).join(' ');

/** Slopes at points between which the rises are `slopes` over the runs `runs`: none where the direction turns, and so small that nothing overshoots (Fritsch and Carlson 1980). */
const tangents = (slopes: readonly number[], runs: readonly number[]): number[] =>
  Array.from({ length: slopes.length + 1 }, (_, i) => {
    const [before, after] = [slopes[i - 1], slopes[i]];
    if (before === undefined || after === undefined) return 0;
    if (before * after <= 0) return 0;
    const [left, right] = [runs[i - 1] as number, runs[i] as number];
    const mean = (before * right + after * left) / (left + right);
    return Math.sign(mean) * Math.min(Math.abs(mean), 2 * Math.abs(before), 2 * Math.abs(after));
  });

/**
 * A smooth line through points, as an SVG path: level where it begins and ends, without overshoot. The points have to
 * follow each other in the direction.
 */
export function curve(points: readonly Point[], direction: Direction): string {
  const turned = direction === 'TB';
  const flat = points.map(({ x, y }) => (turned ? { along: y, across: x } : { along: x, across: y }));
  const pairs = flat.slice(1).map((to, i) => [flat[i] as (typeof flat)[number], to] as const);
  const runs = pairs.map(([from, to]) => Math.max(1e-6, to.along - from.along));
  const slopes = pairs.map(([from, to], i) => (to.across - from.across) / (runs[i] as number));
  const at = tangents(slopes, runs);
  const write = (along: number, across: number): string => (turned ? written(across, along) : written(along, across));
  const parts = pairs.map(([from, to], i) => {
    const third = (runs[i] as number) / 3;
    const handles = [
      write(from.along + third, from.across + third * (at[i] as number)),
      write(to.along - third, to.across - third * (at[i + 1] as number)),
    ];
    return `C${handles.join(' ')} ${write(to.along, to.across)}`;
  });
  const [first] = flat;
  return first === undefined ? '' : `M${write(first.along, first.across)}${parts.join('')}`;
}
