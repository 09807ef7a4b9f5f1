import type { PointFormula, Row } from './surface.ts';

/** What a regression's squared loss depends on of its rows [t, u], all of it with 1/n. */
export interface Moments {
  readonly meanInput: number;
  readonly meanTarget: number;
  /** Variances of t and u. */
  readonly variance: number;
  readonly targetVariance: number;
  /** The least-squares line u = slope·t + intercept; 0 where all t are the same, and the line may turn about the mean. */
  readonly slope: number;
  /** Mean squared error of that line: the least that any line has. */
  readonly leastError: number;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

export function momentsOf(rows: readonly Row[]): Moments {
  // Of equal inputs the mean may be off by a rounding, and the variance would not be 0.
  const isConstant = rows.every(([t]) => t === rows[0]?.[0]);
  const meanInput = isConstant ? (rows[0]?.[0] ?? NaN) : mean(rows.map(([t]) => t));
  const meanTarget = mean(rows.map(([, u]) => u));
  const variance = mean(rows.map(([t]) => (t - meanInput) ** 2));
  const targetVariance = mean(rows.map(([, u]) => (u - meanTarget) ** 2));
  const covariance = mean(rows.map(([t, u]) => (t - meanInput) * (u - meanTarget)));
  const slope = variance === 0 ? 0 : covariance / variance;
  const leastError = mean(rows.map(([t, u]) => (u - meanTarget - slope * (t - meanInput)) ** 2));
  return { meanInput, meanTarget, variance, targetVariance, slope, leastError };
}

/** The rows with each input t replaced by (t − mean)/deviation. */
export function standardisedRows(rows: readonly Row[], { meanInput, variance }: Moments): Row[] {
  const deviation = Math.sqrt(variance);
  return rows.map(([t, u]) => [(t - meanInput) / deviation, u]);
}

/** The squared error of the line u = x·t + y at one row. */
export const squaredError = '(x*t + y - u)^2';

const plus = (value: number): string => (value < 0 ? `- ${-value}` : `+ ${value}`);
const minus = (value: number): string => (value < 0 ? `+ ${-value}` : `- ${value}`);

/** A mean squared error as a formula of slope x and intercept y, and its lowest point. */
export interface SquaredLoss {
  readonly formula: string;
  readonly minimum: PointFormula;
}

/**
 * The mean squared error over rows, written around the least-squares line: the exact quadratic
 * f = (y + t̄x − ū)² + var(t)(x − slope)² + least error, without cancellation (r, the bracket, is the error at the mean).
 */
export const rawLoss = ({ meanInput, meanTarget, variance, slope, leastError }: Moments): SquaredLoss => ({
  formula: `
    r = y ${plus(meanInput)}*x ${minus(meanTarget)}
    r^2 + ${variance}*(x ${minus(slope)})^2 + ${leastError}`,
  minimum: [`${slope}`, `${meanTarget} ${minus(meanInput)}*${slope < 0 ? `(${slope})` : slope}`],
});

/** The same after `standardisedRows`: f = (y − ū)² + (x − slope·deviation)² + least error, of condition number 1. */
export function standardisedLoss({ meanTarget, variance, slope, leastError }: Moments): SquaredLoss {
  const steepness = slope * Math.sqrt(variance);
  return {
    formula: `(y ${minus(meanTarget)})^2 + (x ${minus(steepness)})^2 + ${leastError}`,
    minimum: [`${steepness}`, `${meanTarget}`],
  };
}
