import { get, pair, set } from '../../formula/emit/code.ts';
import { clamped, exponential } from '../kernels/exponential.ts';
import type { ActivationFunction } from './activation.ts';

const { add, sub, mul, div } = pair;

/** tanh is ±1 beyond it. */
const saturated = 40;

/**
 * tanh z = n/(n + 2d) of e^2z − 1 = n/d, with d = even − odd and n = 2·scale·odd + (scale − 1)·d, which does not cancel
 * where z is small.
 */
export const tanh: ActivationFunction = {
  name: 'tanh',
  formula: 'tanh(z)',
  value: (frame, z) => {
    const { reduce, scale, even, odd } = exponential(frame, z);
    const [n, d] = frame.pairs(2) as [number, number];
    return [
      ...set(z, clamped(frame, add(get(z), get(z)), saturated)),
      ...reduce,
      ...set(d, sub(even, odd)),
      ...set(n, add(mul(scale, add(odd, odd)), mul(sub(scale, frame.constant(1)), get(d)))),
      ...div(get(n), add(get(n), add(get(d), get(d)))),
    ];
  },
  product: (frame, d, a) => mul(d, sub(frame.constant(1), mul(a, a))),
  isFlat: (a) => 1 - a * a < 0.01,
  torch: 'nn.Tanh()',
  initial: 'xavier',
};
