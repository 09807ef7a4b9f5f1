import { get, pair, set } from '../../formula/emit/code.ts';
import { clamped, exponential, most } from '../kernels/exponential.ts';
import type { ActivationFunction } from './activation.ts';

const { add, sub, mul, div } = pair;

/** 1/(1 + e^−z). */
export const sigmoid: ActivationFunction = {
  name: 'sigmoid',
  formula: '1/(1 + e^-z)',
  value: (frame, z) => {
    const { reduce, scale, even, odd } = exponential(frame, z);
    const y = set(z, clamped(frame, pair.neg(get(z)), most));
    return [...y, ...reduce, ...div(sub(even, odd), add(sub(even, odd), mul(scale, add(even, odd))))];
  },
  product: (frame, d, a) => mul(d, mul(a, sub(frame.constant(1), a))),
  isFlat: (a) => 4 * a * (1 - a) < 0.01,
  torch: 'nn.Sigmoid()',
  initial: 'xavier',
};
