import { type Code, get, pair, set } from '../../formula/emit/code.ts';
import type { Frame } from './frame.ts';

const { add, sub, mul, larger, lesser } = pair;

/** Beyond it e^z is infinite, or has lost digits. */
export const most = 708;

export const clamped = (frame: Frame, x: Code, limit: number): Code =>
  larger(lesser(x, frame.constant(limit)), frame.constant(-limit));

/** ln 2 as the sum of a number with 20 zero bits at its end, so that its multiples are exact, and the rest. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** 1.5·2^52: adding it rounds to a whole number, which then stands in the last bits. */
const rounder = 6755399441055744;

/** e^y = scale·(even + odd)/(even − odd), once `reduce` has run. */
interface Exponential {
  readonly reduce: Code;
  readonly scale: Code;
  readonly even: Code;
  readonly odd: Code;
}

/**
 * e^y = 2^k·e^r with k whole and |r| ≤ ln 2 / 2, and of e^r the Padé approximant (A + r·B)/(A − r·B),
 * A = 665280 + 75600 r² + 840 r⁴ + r⁶ and B = 332640 + 10080 r² + 42 r⁴, whose error is below 2e-19: within a few units
 * in the last place, and the same bits in every browser. y is a local, of at most `most` in size.
 * Padé 1892, doi:10.24033/asens.378.
 */
export function exponential(frame: Frame, y: number): Exponential {
  const [scale, even, odd, k, r, r2, r4] = frame.pairs(7) as [number, number, number, number, number, number, number];
  const constant = (value: number): Code => frame.constant(value);
  const whole = constant(rounder);
  const times = (value: number, of: number): Code => mul(get(of), constant(value));
  const reduce = [
    ...set(k, add(times(Math.LOG2E, y), whole)),
    ...set(scale, pair.plus(pair.shifted(get(k), 52), constant(1))),
    ...set(k, sub(get(k), whole)),
    ...set(r, sub(sub(get(y), times(ln2High, k)), times(ln2Low, k))),
    ...set(r2, mul(get(r), get(r))),
    ...set(r4, mul(get(r2), get(r2))),
    ...set(odd, mul(get(r), add(add(constant(332640), times(10080, r2)), times(42, r4)))),
    ...set(even, add(add(constant(665280), times(75600, r2)), mul(get(r4), add(constant(840), get(r2))))),
  ];
  return { reduce, scale: get(scale), even: get(even), odd: get(odd) };
}
