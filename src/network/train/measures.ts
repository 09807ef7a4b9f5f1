import type { Network } from '../network.ts';

/** How often numbers fall into equal bins from `from` to `to`, both of which belong to the outer bins. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

/** What goes through one layer, and what comes back. */
export interface Measures {
  /** Values after the activation, of all units for all samples; of the last layer, probabilities or numbers. */
  readonly activations: Histogram;
  /** The loss's gradient by the layer's weights. */
  readonly gradient: Histogram;
  /** Share of the hidden relus, or filters, that have died: they are 0 for every sample, and have no slope. */
  readonly dead: number;
}

const bins = 32;

export function histogram(numbers: Float64Array): Histogram {
  let [from, to, sum, squares] = [Infinity, -Infinity, 0, 0];
  for (const value of numbers) {
    from = Math.min(from, value);
    to = Math.max(to, value);
    sum += value;
  }
  const mean = sum / numbers.length;
  const counts = Array<number>(bins).fill(0);
  for (const value of numbers) {
    squares += (value - mean) ** 2;
    const bin = to > from ? Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins)) : 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from, to, counts, mean, deviation: Math.sqrt(squares / numbers.length) };
}

/** Measures every layer on the loaded batch. `at`: index of the parameters, `to`: index where their gradient may go. */
export function measured(network: Network, at: number, to: number): Measures[] {
  const { doubles } = network.kernels;
  const { stride, rows } = network;
  network.gradient(at, to);
  return network.layers.map(({ values, outs, weights, biases }, layer) => {
    const first = network.valuesOf(layer);
    const taken = new Float64Array(values * rows);
    for (let value = 0; value < values; value += 1)
      taken.set(doubles.subarray(first + value * stride, first + value * stride + rows), value * rows);
    const each = taken.length / outs;
    const canDie = network.shape.activation === 'relu' && layer < network.layers.length - 1;
    let dead = 0;
    for (let unit = 0; canDie && unit < outs; unit += 1)
      if (taken.subarray(unit * each, (unit + 1) * each).every((value) => value === 0)) dead += 1;
    const gradient = histogram(doubles.subarray(to + weights, to + biases));
    return { activations: histogram(taken), gradient, dead: dead / outs };
  });
}
