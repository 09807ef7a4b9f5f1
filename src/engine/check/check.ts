import type { Trace } from '../../formula/trace.ts';
import { inputsOf, relativeError, rounding, type Sides, sidesOf, type Slopes, slopesOf } from './difference.ts';
import { type Kink, kinksBetween } from './kinks.ts';

/**
 * What a check says. By the relative error, after the usual practice: `good` to 1e-7, `fair` to 1e-4, `doubtful` to 1e-2,
 * `wrong` beyond. `limit`: the two differ by no more than the difference is uncertain. `kink`: the slope changes at
 * once within reach of the default step, and the derivative is right beside it; where the point is on it, the derivative
 * lies between the slopes on both sides, or the function jumps, which no difference can judge. `undefined`: one of the
 * two is no number.
 */
export type Verdict = 'good' | 'fair' | 'limit' | 'kink' | 'doubtful' | 'wrong' | 'undefined';

export const thresholds = { good: 1e-7, fair: 1e-4, doubtful: 1e-2 } as const;

/** Verdicts with which a derivative passes: `fair` is enough beside a kink, but more than a smooth formula should err. */
export const passes: ReadonlySet<Verdict> = new Set<Verdict>(['good', 'limit', 'kink']);

/** A derivative by backpropagation against differences of the result. */
export interface InputCheck extends Slopes {
  readonly name: string;
  readonly analytic: number;
  /** The step of the differences. */
  readonly h: number;
  /** |a − n| / max(|a|, |n|) against the central difference. */
  readonly error: number;
  /** How far rounding, and truncation as far as it shows, may put the central difference off. */
  readonly uncertainty: number;
  readonly verdict: Verdict;
  /** What has a kink within reach of the default step and bends the slope there. */
  readonly kinks: readonly Kink[];
}

/**
 * The step of a central difference: ε^(1/3)·max(1, |x|), where truncation, ~h², and cancellation, ~ε/h, are about equal
 * if the function changes over lengths of that size. Press et al. 2007, Numerical Recipes, 5.7.
 */
export const defaultStep = (x: number): number => Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x));

/** Steps are divided by this while the difference still changes, down to the least that x + h can hold with some digits. */
const shrink = 4;
const leastStep = 1e-13;
/** By how much of itself a difference may change with its step and count as settled. */
const settled = 1e-8;
/** By how much of the larger slope those on both sides must differ to make a kink of a bend. */
const bend = 1e-3;

const byError = (error: number): Verdict => {
  if (error <= thresholds.good) return 'good';
  if (error <= thresholds.fair) return 'fair';
  return error <= thresholds.doubtful ? 'doubtful' : 'wrong';
};

interface Difference extends Slopes {
  readonly h: number;
  readonly sides: Sides;
}

interface Settled extends Difference {
  /** By how much the central difference changed with the last change of the step. */
  readonly change: number;
}

/** The first of ever smaller steps from which on the central difference does not change but by rounding. */
function settle(from: Difference, at: (h: number) => Difference, noise: number, least: number): Settled {
  let found: Settled = { ...from, change: 0 };
  while (found.h / shrink >= least) {
    const next = at(found.h / shrink);
    const change = Math.abs(found.central - next.central);
    if (change <= Math.max(settled * Math.abs(found.central), noise / next.h)) return { ...found, change };
    found = { ...next, change: Number.isFinite(change) ? change : 0 };
  }
  return found;
}

/** Whether the point is on a jump. */
export const isJump = (kinks: readonly Kink[]): boolean => kinks.some(({ isExact, jumps }) => isExact && jumps);

/**
 * The kinks within reach that make the slopes on both sides different, or the difference a bad one. Where the point is on
 * them, the slopes must stay apart as the step shrinks, or else the result is smooth there, as relu(x)^2 is.
 */
function bendingKinks(
  trace: Trace,
  usual: Difference,
  at: (h: number) => Difference,
  noise: number,
  analytic: number,
): Kink[] {
  const gap = ({ left, right }: Slopes): number => Math.abs(right - left);
  const steepest = Math.max(Math.abs(usual.left), Math.abs(usual.right));
  const isBent = gap(usual) > bend * steepest + (4 * noise) / usual.h;
  if (!isBent && relativeError(analytic, usual.central) <= thresholds.good) return [];
  const kinks = kinksBetween(trace, usual.sides);
  if (!kinks.some(({ isExact }) => isExact) || isJump(kinks)) return kinks;
  return gap(at(usual.h / 64)) > gap(usual) / 2 ? kinks : [];
}

/** Whether a derivative at a kink lies between the slopes on both sides, as all conventions do. */
function isBetween(analytic: number, { left, right }: Slopes, uncertainty: number): boolean {
  const slack = uncertainty + thresholds.fair * Math.max(Math.abs(left), Math.abs(right));
  return analytic >= Math.min(left, right) - slack && analytic <= Math.max(left, right) + slack;
}

/** Checks the derivative by one input, with the default step, or a smaller one where the function changes faster. */
export function checkInput(trace: Trace, name: string): InputCheck {
  const inputs = inputsOf(trace);
  const x = inputs[name] as number;
  const analytic = trace.named.get(name)?.gradient as number;
  const noise = rounding(trace);
  const at = (h: number): Difference => {
    const sides = sidesOf(trace, inputs, name, h);
    return { h, sides, ...slopesOf(trace, x, sides) };
  };
  const usual = at(defaultStep(x));
  const kinks = bendingKinks(trace, usual, at, noise, analytic);
  const isOnKink = kinks.some(({ isExact }) => isExact);
  const found = isOnKink ? { ...usual, change: 0 } : settle(usual, at, noise, leastStep * Math.max(1, Math.abs(x)));
  const { h, central, left, right } = found;
  const uncertainty = noise / h + found.change;
  const error = relativeError(analytic, central);
  const verdict = (): Verdict => {
    if (!Number.isFinite(analytic) || !Number.isFinite(central)) return 'undefined';
    if (isOnKink) return isJump(kinks) || isBetween(analytic, found, uncertainty) ? 'kink' : 'wrong';
    const plain = byError(error);
    if (kinks.length > 0 && error <= thresholds.fair) return 'kink';
    return plain !== 'good' && Math.abs(analytic - central) <= uncertainty ? 'limit' : plain;
  };
  return { name, analytic, h, central, left, right, error, uncertainty, verdict: verdict(), kinks };
}

/** Backpropagation against central differences, for every input of a circuit at the point of its trace. */
export const checkGradient = (trace: Trace): InputCheck[] =>
  [...trace.circuit.inputs.keys()].map((name) => checkInput(trace, name));
