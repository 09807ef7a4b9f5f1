import { shuffled, stream } from '../random.ts';
import type { Dataset } from './dataset.ts';

/** Which rows are trained on, which choose between trainings, and which are kept for the end. */
export interface Split {
  readonly train: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

/** The fewest samples that can be split in three. */
export const fewestRows = 3;

/**
 * Splits rows at random: the shares `validation` and `test` of them, at least one each, and the rest to train on. Throws
 * RangeError where nothing is left to train on.
 */
export function split(rows: number, shares: { validation: number; test: number }, seed: number): Split {
  const order = shuffled(rows, stream(seed, 'split'));
  const validation = Math.max(1, Math.round(rows * shares.validation));
  const test = Math.max(1, Math.round(rows * shares.test));
  const train = rows - validation - test;
  if (train < 1) throw new RangeError(`rows: expected some to train on, found ${rows} for validation and test`);
  return {
    train: order.subarray(0, train),
    validation: order.subarray(train, train + validation),
    test: order.subarray(train + validation),
  };
}

/** Where inputs were and how far they spread: x ← (x − mean)/deviation. */
export interface Standard {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Means and standard deviations of the inputs over some rows; an input that never changes keeps its size. */
export function standardOf({ inputs, features }: Dataset, rows: Int32Array): Standard {
  const ins = features.length;
  const [mean, deviation] = [new Float64Array(ins), new Float64Array(ins)];
  for (let i = 0; i < ins; i += 1) {
    let [sum, squares] = [0, 0];
    for (const row of rows) sum += inputs[row * ins + i] as number;
    const centre = sum / rows.length;
    for (const row of rows) squares += ((inputs[row * ins + i] as number) - centre) ** 2;
    const spread = Math.sqrt(squares / rows.length);
    mean[i] = centre;
    deviation[i] = spread > 1e-12 * Math.max(1, Math.abs(centre)) ? spread : 1;
  }
  return { mean, deviation };
}

/** The data with inputs of mean 0 and deviation 1, as measured on other rows, usually those to train on. */
export function standardised(data: Dataset, { mean, deviation }: Standard): Dataset {
  const ins = data.features.length;
  const inputs = data.inputs.map((x, at) => (x - (mean[at % ins] as number)) / (deviation[at % ins] as number));
  return { ...data, inputs };
}
