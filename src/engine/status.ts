import type { Point } from './points.ts';
import type { Run } from './run.ts';

/** What a verdict depends on, besides the columns. */
export interface Judged {
  readonly steps: number;
  readonly domain: readonly [number, number, number, number];
  readonly minima: readonly Point[] | undefined;
  /** How near a settled run stays, as a share of the domain's diagonal; `settledWithin` where nothing is said. */
  readonly tolerance?: number;
}

type Columns = Readonly<Record<string, Float64Array>>;
type Verdict = Pick<Run, 'status' | 'at' | 'minimum' | 'culprit'>;

/** A run has settled where it stays this near to a minimum, as a share of the domain's diagonal. */
export const settledWithin = 0.005;
/** A run has diverged where it stays farther than this from the domain's centre, in diagonals of the domain. */
export const divergedBeyond = 10;
/** Where the minima are not known, a run has settled where the gradient's norm stays at or below this. */
export const settledGradient = 1e-6;

/** The first row from which `holds` is true to the last row; −1 where it is not true at the last. */
const holdsFrom = (rows: number, holds: (row: number) => boolean): number => {
  let row = rows;
  while (row > 0 && holds(row - 1)) row -= 1;
  return row === rows ? -1 : row;
};

/** Math.hypot guards against overflow, which a comparison does not need, and is ten times as slow. */
const squared = (x: number, y: number): number => x * x + y * y;

const nearest = (minima: readonly Point[], x: number, y: number): number => {
  let best = -1;
  let least = Infinity;
  minima.forEach((minimum, i) => {
    const distance = squared(x - minimum.x, y - minimum.y);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
};

/**
 * How a run ended. `finite` is the last row whose numbers are all finite, −1 where the start's are not.
 *
 * - undefined: a number that is not finite at a place on the map, as at log(−1), 0/0 or a kink;
 * - diverged: overflow, or farther than `divergedBeyond` diagonals from some step to the end;
 * - converged: within `tolerance` diagonals of a minimum from some step to the end (where the minima are not known,
 *   a gradient of at most `settledGradient`);
 * - budget: none of these in the steps it had.
 */
export function verdict(
  columns: Columns,
  finite: number,
  { steps, domain, minima, tolerance = settledWithin }: Judged,
): Verdict {
  const { x, y, gx, gy } = columns as Record<'x' | 'y' | 'gx' | 'gy', Float64Array>;
  const diagonal = squared(domain[1] - domain[0], domain[3] - domain[2]);
  const centre = { x: (domain[0] + domain[1]) / 2, y: (domain[2] + domain[3]) / 2 };
  const isFar = (row: number): boolean =>
    squared((x[row] as number) - centre.x, (y[row] as number) - centre.y) > divergedBeyond ** 2 * diagonal;
  if (finite < steps) {
    const at = finite + 1;
    const culprit = Object.keys(columns).find(
      (name) => !Number.isFinite((columns[name] as Float64Array)[at]),
    ) as string;
    const far = isFar(at) || (finite >= 0 && isFar(finite));
    return { status: far ? 'diverged' : 'undefined', at, minimum: -1, culprit };
  }
  const rows = steps + 1;
  const gone = holdsFrom(rows, isFar);
  if (gone >= 0) return { status: 'diverged', at: gone, minimum: -1 };
  const minimum = nearest(minima ?? [], x[steps] as number, y[steps] as number);
  const target = minima?.[minimum];
  const within = tolerance ** 2 * diagonal;
  const isSettled = (row: number): boolean => {
    if (minima === undefined) return squared(gx[row] as number, gy[row] as number) <= settledGradient ** 2;
    return target !== undefined && squared((x[row] as number) - target.x, (y[row] as number) - target.y) <= within;
  };
  const settled = holdsFrom(rows, isSettled);
  if (settled >= 0) return { status: 'converged', at: settled, minimum };
  return { status: 'budget', at: steps, minimum: -1 };
}
