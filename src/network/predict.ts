import { Network } from './network.ts';
import type { NetworkShape } from './shape.ts';

/** A network that has been trained, or not. */
export interface Model {
  readonly shape: NetworkShape;
  readonly parameters: Float64Array;
}

/** Rows that are run through a network at once. */
const capacity = 512;

/** The outputs for inputs that lie sample after sample: probabilities of the classes, or numbers, sample after sample. */
export function predict({ shape, parameters }: Model, inputs: Float64Array): Float64Array {
  const [ins, outputs] = [shape.sizes[0] as number, shape.sizes.at(-1) as number];
  const rows = inputs.length / ins;
  const network = new Network(shape, Math.min(rows, capacity), parameters.length);
  const { doubles } = network.kernels;
  doubles.set(parameters);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const samples = { inputs, rows, labels: new Int32Array(rows), numbers: new Float64Array(rows * outputs) };
  const results = new Float64Array(rows * outputs);
  for (let first = 0; first < rows; first += capacity) {
    const count = Math.min(capacity, rows - first);
    network.load(samples, order, first, count);
    network.forward(0);
    network.score();
    const at = network.valuesOf(network.layers.length - 1);
    for (let o = 0; o < outputs; o += 1)
      for (let s = 0; s < count; s += 1)
        results[(first + s) * outputs + o] = doubles[at + o * network.stride + s] as number;
  }
  return results;
}
