import type { Trace } from '../../formula/trace.ts';
import { inputsOf, relativeError, rounding, sidesOf, type Slopes, slopesOf } from './difference.ts';

/** The relative error of differences against their step, from 1e-1 down to 1e-14. */
export interface ErrorCurve {
  readonly steps: readonly number[];
  /** Row i at steps[i]; NaN where the difference is none. */
  readonly errors: Readonly<Record<keyof Slopes, Float64Array>>;
  /** What cancellation may make of the error at most, ε·Σ|value × gradient| / (h·|derivative|), see `rounding`. */
  readonly cancellation: Float64Array;
  /**
   * The step at which each kind errs least: larger ones are dominated by truncation, smaller ones by cancellation. The
   * largest step where there is no truncation, as with central differences of a quadratic.
   */
  readonly best: Readonly<Record<keyof Slopes, number>>;
}

const kinds = ['central', 'right', 'left'] as const;
const perDecade = 4;
const [first, last] = [-1, -14];

/** 1e-1 … 1e-14, four a decade. */
export const steps: readonly number[] = Array.from(
  { length: (first - last) * perDecade + 1 },
  (_, i) => 10 ** (first - i / perDecade),
);

const median = (values: readonly number[]): number => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Infinity;
};

/** Cancellation scatters the errors by a factor of ten: five neighbours decide together. */
function bestOf(errors: Float64Array, cancellation: Float64Array): number {
  const [largest = 0, explained = 0] = [errors[0], cancellation[0]];
  if (largest <= explained) return steps[0] as number;
  let best = 0;
  let least = Infinity;
  errors.forEach((_, i) => {
    const around = median(Array.from(errors.subarray(Math.max(0, i - 2), i + 3)));
    if (around >= least) return;
    least = around;
    best = i;
  });
  return steps[best] as number;
}

/** The error of central, right and left differences by one input, at every step. */
export function errorCurve(trace: Trace, name: string): ErrorCurve {
  const inputs = inputsOf(trace);
  const x = inputs[name] as number;
  const analytic = trace.named.get(name)?.gradient as number;
  const slopes = steps.map((h) => slopesOf(trace, x, sidesOf(trace, inputs, name, h)));
  const each = <T>(of: (kind: keyof Slopes) => T): Record<keyof Slopes, T> =>
    Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<keyof Slopes, T>;
  const errors = each((kind) => Float64Array.from(slopes, (found) => relativeError(analytic, found[kind])));
  const noise = rounding(trace) / Math.abs(analytic);
  const cancellation = Float64Array.from(steps, (h) => noise / h);
  return { steps, errors, cancellation, best: each((kind) => bestOf(errors[kind], cancellation)) };
}
