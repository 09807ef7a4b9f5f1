import type { Text } from '../formula/text.ts';
import type { Dataset } from './data/dataset.ts';
import type { Standard } from './data/split.ts';
import { shuffled, stream } from './random.ts';
import type { Layer } from './shape.ts';

/** What can be done wrong on purpose, for the checks to find. */
export const mistakes = {
  sign: { en: 'wrong sign in one layer', zh: '某一层的梯度符号写反' },
  biases: { en: 'no gradient for the biases', zh: '偏置没有梯度' },
  labels: { en: 'labels shuffled', zh: '标签被打乱' },
  rate: { en: 'learning rate ×1000', zh: '学习率 ×1000' },
  inputs: { en: 'inputs ×1000', zh: '输入 ×1000' },
} as const satisfies Record<string, Text>;

export type Mistake = keyof typeof mistakes;

export const isMistake = (id: unknown): id is Mistake => typeof id === 'string' && Object.hasOwn(mistakes, id);

const thousand = 1000;

type Made = readonly Mistake[] | undefined;

/** The rate that is used. */
export const mistakenRate = (lr: number, made: Made): number => (made?.includes('rate') ? lr * thousand : lr);

/** The data that are used. */
export function mistakenData(data: Dataset, made: Made, seed: number): Dataset {
  const order = made?.includes('labels') ? shuffled(data.rows, stream(seed, 'labels')) : undefined;
  const outputs = data.wanted.length;
  return {
    ...data,
    ...(made?.includes('inputs') ? { inputs: data.inputs.map((x) => x * thousand) } : {}),
    ...(order
      ? {
          labels: data.labels.map((_, row) => data.labels[order[row] as number] as number),
          numbers: data.numbers.map(
            (_, at) => data.numbers[(order[Math.floor(at / outputs)] as number) * outputs + (at % outputs)] as number,
          ),
        }
      : {}),
  };
}

/** How inputs are standardised with the factor that they are multiplied by, for who uses the network elsewhere. */
export function mistakenStandard(standard: Standard | undefined, ins: number, made: Made): Standard | undefined {
  if (!made?.includes('inputs')) return standard;
  const { mean, deviation } = standard ?? { mean: new Float64Array(ins), deviation: new Float64Array(ins).fill(1) };
  return { mean, deviation: deviation.map((value) => value / thousand) };
}

/** Spoils a gradient that lies at an index of memory: the layer in the middle of them, for a wrong sign. */
export function spoil(doubles: Float64Array, at: number, layers: readonly Layer[], made: readonly Mistake[]): void {
  if (made.includes('sign')) {
    const { weights, biases, outs } = layers[(layers.length - 1) >> 1] as Layer;
    for (let i = at + weights; i < at + biases + outs; i += 1) doubles[i] = -(doubles[i] as number);
  }
  if (made.includes('biases')) for (const { biases, outs } of layers) doubles.fill(0, at + biases, at + biases + outs);
}
