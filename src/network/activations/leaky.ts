import { get, pair } from '../../formula/emit/code.ts';
import type { ActivationFunction } from './activation.ts';

/** The slope left of 0, and at it. */
const leak = 0.01;

/** Maas, Hannun & Ng 2013, Rectifier nonlinearities improve neural network acoustic models. */
export const leaky: ActivationFunction = {
  name: 'leaky relu',
  formula: `max(z, ${leak}*z)`,
  value: (frame, z) => pair.larger(get(z), pair.mul(frame.constant(leak), get(z))),
  product: (frame, d, a) => pair.select(d, pair.mul(frame.constant(leak), d), pair.greater(a, frame.constant(0))),
  isFlat: () => false,
  torch: `nn.LeakyReLU(${leak})`,
  initial: 'he',
};
