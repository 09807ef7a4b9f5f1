import type { Point } from './points.ts';
import type { Run } from './run.ts';

/** What can be read off a run at every step. */
export const measures = ['loss', 'distance', 'gradient', 'rate', 'ratio'] as const;
export type Measure = (typeof measures)[number];

/** √(x² + y²), by Math.hypot only where the squares would overflow or vanish: it is ten times as slow. */
function norm(x: number, y: number): number {
  const square = x * x + y * y;
  return square > 1e-280 && square < 1e300 ? Math.sqrt(square) : Math.hypot(x, y);
}

const column = ({ columns }: Run, name: string): Float64Array => columns[name] as Float64Array;

/** A number for every row of a run. */
function rows(run: Run, valueAt: (row: number) => number): Float64Array {
  const values = new Float64Array(run.steps + 1);
  for (let row = 0; row < values.length; row += 1) values[row] = valueAt(row);
  return values;
}

/** ‖xₛ − m‖, m the nearest of the minima at that step; NaN where there are none. */
export function distances(run: Run, minima: readonly Point[]): Float64Array {
  const [x, y] = [column(run, 'x'), column(run, 'y')];
  return rows(run, (row) => {
    let least = Infinity;
    for (const minimum of minima)
      least = Math.min(least, norm((x[row] as number) - minimum.x, (y[row] as number) - minimum.y));
    return minima.length === 0 ? NaN : least;
  });
}

/** ‖∇f(xₛ)‖ of the true gradient, without the noise that the rule may have been given. */
export function gradientNorms(run: Run): Float64Array {
  const [gx, gy] = [column(run, 'gx'), column(run, 'gy')];
  return rows(run, (row) => norm(gx[row] as number, gy[row] as number));
}

/** Row s: ‖xₛ − xₛ₋₁‖, the length of step s; NaN in row 0, which no step led to. */
export function stepLengths(run: Run): Float64Array {
  const [x, y] = [column(run, 'x'), column(run, 'y')];
  return rows(run, (row) =>
    row === 0 ? NaN : norm((x[row] as number) - (x[row - 1] as number), (y[row] as number) - (y[row - 1] as number)),
  );
}

/**
 * Row s: ‖xₛ − xₛ₋₁‖ / ‖∇f(xₛ₋₁)‖, the rate at which plain gradient descent would have made a step as long. SGD's is its
 * learning rate; momentum's grows to about lr/(1 − mu) along a slope; Adam's grows as gradients shrink. Row 0 is NaN, and
 * so is a row in which nothing moved where the gradient is 0; Infinity where something did.
 */
export function effectiveRates(run: Run): Float64Array {
  const [lengths, norms] = [stepLengths(run), gradientNorms(run)];
  return rows(run, (row) => (row === 0 ? NaN : (lengths[row] as number) / (norms[row - 1] as number)));
}

/** Row s: ‖xₛ − xₛ₋₁‖ / ‖xₛ₋₁‖, how large the update is beside the parameters. Row 0 is NaN. */
export function updateRatios(run: Run): Float64Array {
  const [x, y, lengths] = [column(run, 'x'), column(run, 'y'), stepLengths(run)];
  return rows(run, (row) =>
    row === 0 ? NaN : (lengths[row] as number) / norm(x[row - 1] as number, y[row - 1] as number),
  );
}

/** About this ratio of update to parameters is the rule of thumb of a healthy learning rate for a network. */
export const healthyRatio = 1e-3;

/** A measure of a run, a number for every row. */
export function measured(measure: Measure, run: Run, minima: readonly Point[]): Float64Array {
  if (measure === 'distance') return distances(run, minima);
  if (measure === 'gradient') return gradientNorms(run);
  if (measure === 'rate') return effectiveRates(run);
  if (measure === 'ratio') return updateRatios(run);
  return column(run, 'loss');
}

/** A whole run in a few numbers. */
export interface Summary {
  /** Steps until it had settled for good, where it did; the tolerance is that of the status. */
  readonly steps: number | undefined;
  /** Gradient evaluations until then. */
  readonly evaluations: number | undefined;
  /** Loss at its last finite point. */
  readonly finalLoss: number;
  /** Σ‖xₛ − xₛ₋₁‖. */
  readonly pathLength: number;
  /** The longest step, and which it was; 0 and 0 where none was taken. */
  readonly largestStep: { readonly length: number; readonly step: number };
  /**
   * The most that the loss rose above the lowest it had been: maxₛ (lossₛ − minᵣ≤ₛ lossᵣ). 0 for a run that only
   * descends; a momentum that shoots through the valley pays for it here, wherever the minimum may be.
   */
  readonly overshoot: number;
}

export function summaryOf(run: Run): Summary {
  const [lengths, loss] = [stepLengths(run), column(run, 'loss')];
  let [pathLength, length, step, overshoot, lowest] = [0, 0, 0, 0, Infinity];
  for (let row = 0; row <= run.steps; row += 1) {
    lowest = Math.min(lowest, loss[row] as number);
    overshoot = Math.max(overshoot, (loss[row] as number) - lowest);
    if (row === 0) continue;
    pathLength += lengths[row] as number;
    if ((lengths[row] as number) > length) [length, step] = [lengths[row] as number, row];
  }
  const steps = run.status === 'converged' ? run.at : undefined;
  const evaluations = steps === undefined ? undefined : steps * run.evaluations;
  const finalLoss = loss[run.steps] as number;
  return { steps, evaluations, finalLoss, pathLength, largestStep: { length, step }, overshoot };
}
