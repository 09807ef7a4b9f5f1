import { type Dataset, outputsFor } from './data/dataset.ts';
import { type Model, predict } from './predict.ts';
import { type Evaluation, variance } from './train/evaluate.ts';

/** The mean of several networks' outputs for the same inputs: of probabilities, or of numbers. */
export function meanOutputs(models: readonly Model[], inputs: Float64Array): Float64Array {
  const [first, ...others] = models.map((model) => predict(model, inputs));
  if (first === undefined) throw new RangeError('models: expected at least one, found none');
  for (const outputs of others) for (let i = 0; i < first.length; i += 1) first[i] = (first[i] as number) + (outputs[i] as number); // prettier-ignore
  return first.map((sum) => sum / models.length);
}

/** Loss and score of outputs that lie sample after sample, one for each of `rows`; see `History`. */
export function judged(outputs: Float64Array, data: Dataset, rows: Int32Array): Evaluation {
  const count = outputsFor(data);
  let [loss, hits] = [0, 0];
  rows.forEach((row, s) => {
    const own = outputs.subarray(s * count, (s + 1) * count);
    if (data.classes.length > 0) {
      const label = data.labels[row] as number;
      loss -= Math.log(own[label] as number) / rows.length;
      if (own.indexOf(Math.max(...own)) === label) hits += 1;
    } else own.forEach((value, o) => (loss += (value - (data.numbers[row * count + o] as number)) ** 2 / (rows.length * count))); // prettier-ignore
  });
  return { loss, score: data.classes.length > 0 ? hits / rows.length : 1 - loss / variance(data, rows) };
}

/** How several networks do one by one, on average, and together. */
export interface EnsembleResult {
  readonly members: readonly Evaluation[];
  readonly mean: Evaluation;
  /** Standard deviation of the members' scores. */
  readonly spread: number;
  readonly ensemble: Evaluation;
}

/**
 * Judges networks, the k best of a search or checkpoints of one training, on some rows: each, their mean, and the
 * ensemble, whose outputs are the mean of theirs. Hansen & Salamon 1990, doi:10.1109/34.58871.
 */
export function ensemble(models: readonly Model[], data: Dataset, rows: Int32Array): EnsembleResult {
  const ins = data.features.length;
  const inputs = new Float64Array(rows.length * ins);
  rows.forEach((row, s) => inputs.set(data.inputs.subarray(row * ins, (row + 1) * ins), s * ins));
  const together = judged(meanOutputs(models, inputs), data, rows);
  const members = models.map((model) => judged(predict(model, inputs), data, rows));
  const average = (of: (member: Evaluation) => number): number =>
    members.reduce((sum, member) => sum + of(member), 0) / members.length;
  const mean = { loss: average(({ loss }) => loss), score: average(({ score }) => score) };
  const spread = Math.sqrt(average(({ score }) => (score - mean.score) ** 2));
  return { members, mean, spread, ensemble: together };
}
