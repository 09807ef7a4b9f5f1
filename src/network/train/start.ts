import { initialParameters } from '../initial.ts';
import type { TrainSpec } from './spec.ts';

/** The parameters that a training begins with, as an array of its own. */
export const startOf = ({ initial, shape, seed }: TrainSpec): Float64Array =>
  typeof initial === 'string' ? initialParameters(shape, initial, seed) : initial.slice();
