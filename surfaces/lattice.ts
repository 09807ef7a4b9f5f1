import type { PointFormula } from './surface.ts';

/** Every pair of an x and a y: the points of a separable function. */
export const lattice = (xs: readonly string[], ys: readonly string[]): PointFormula[] =>
  xs.flatMap((x) => ys.map((y): PointFormula => [x, y]));

const mirrored = (coordinate: string): string[] =>
  coordinate === '0' ? [coordinate] : [coordinate, `-(${coordinate})`];

/** The points and their mirror images in both axes: all stationary points of a function that is even in x and in y. */
export const reflected = (points: readonly PointFormula[]): PointFormula[] =>
  points.flatMap(([x, y]) => lattice(mirrored(x), mirrored(y)));

/** The points and those with x and y exchanged: for a function that is symmetric in x and y. */
export const swapped = (points: readonly PointFormula[]): PointFormula[] =>
  points.flatMap(([x, y]): PointFormula[] =>
    x === y
      ? [[x, y]]
      : [
          [x, y],
          [y, x],
        ],
  );

/** The points moved: their origin becomes (dx, dy). */
export const shifted = (points: readonly PointFormula[], dx: string, dy: string): PointFormula[] =>
  points.map(([x, y]): PointFormula => [`${dx} + ${x}`, `${dy} + ${y}`]);
