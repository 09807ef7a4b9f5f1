import type { Dataset } from '../data/dataset.ts';
import type { Network } from '../network.ts';

/** How a network does on some samples: the loss without its L2 term, and the score, see `History`. */
export interface Evaluation {
  readonly loss: number;
  readonly score: number;
}

/** The variance of the wanted numbers, over samples and outputs alike. */
export function variance({ numbers, wanted }: Dataset, rows: Int32Array): number {
  const outputs = wanted.length;
  let total = 0;
  for (let o = 0; o < outputs; o += 1) {
    let [sum, squares] = [0, 0];
    for (const row of rows) sum += numbers[row * outputs + o] as number;
    for (const row of rows) squares += ((numbers[row * outputs + o] as number) - sum / rows.length) ** 2;
    total += squares / rows.length;
  }
  return total / outputs;
}

/** Runs rows through the network, as many at once as it has room for. `at`: index of the parameters in memory. */
export function evaluate(network: Network, at: number, data: Dataset, rows: Int32Array): Evaluation {
  let [loss, hits] = [0, 0];
  for (let first = 0; first < rows.length; first += network.capacity) {
    const count = Math.min(network.capacity, rows.length - first);
    network.load(data, rows, first, count);
    network.forward(at);
    loss += (network.score() * count) / rows.length;
    hits += network.hits;
  }
  const score = data.classes.length > 0 ? hits / rows.length : 1 - loss / variance(data, rows);
  return { loss, score };
}
