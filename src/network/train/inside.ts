import { mistakenData } from '../mistakes.ts';
import { Network } from '../network.ts';
import { type Measures, measured } from './measures.ts';
import type { TrainSpec } from './spec.ts';

/** Samples that measures are taken on. */
const samples = 256;

/** Activations and gradients per layer of a network with these parameters, on some of the samples that it trains on. */
export function inside(spec: TrainSpec, parameters: Float64Array): Measures[] {
  const { train } = spec.split;
  const rows = Math.min(train.length, samples);
  const network = new Network(spec.shape, rows, 2 * parameters.length, spec.mistakes);
  network.kernels.doubles.set(parameters);
  network.load(mistakenData(spec.data, spec.mistakes, spec.seed), train, 0, rows);
  return measured(network, 0, parameters.length);
}
