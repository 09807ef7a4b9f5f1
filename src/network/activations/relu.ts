import { get, pair } from '../../formula/emit/code.ts';
import type { ActivationFunction } from './activation.ts';

/** relu'(0) = 0. */
export const relu: ActivationFunction = {
  name: 'relu',
  formula: 'max(z, 0)',
  value: (frame, z) => pair.larger(get(z), frame.constant(0)),
  product: (frame, d, a) => pair.and(d, pair.greater(a, frame.constant(0))),
  isFlat: () => false,
  torch: 'nn.ReLU()',
  initial: 'he',
};
