import { describe, expect, it } from 'vitest';
import { generated } from '../../src/network/data/catalog.ts';
import { standardOf } from '../../src/network/data/split.ts';
import { presets } from '../../src/network/defaults.ts';
import { initialParameters } from '../../src/network/initial.ts';
import { firstLayer, gridInputs } from '../../src/network/pictures.ts';
import { predict } from '../../src/network/predict.ts';
import type { NetworkShape } from '../../src/network/shape.ts';
import { Training } from '../../src/network/train/train.ts';
import { presetSpec } from './presetSpec.ts';

const shape: NetworkShape = { sizes: [64, 5, 3], activation: 'relu', task: 'classes', l2: 0 };

describe('weights of the first layer as pictures', () => {
  it('are those of each unit, and of each filter', () => {
    const parameters = initialParameters(shape, 'he', 1);
    const pictures = firstLayer({ shape, parameters });
    expect(pictures).toHaveLength(5);
    expect(pictures[2]).toEqual({ side: 8, weights: parameters.slice(128, 192) });
    const filters: NetworkShape = { ...shape, convolution: { side: 8, filters: 4, size: 3, stride: 1 } };
    const drawn = initialParameters(filters, 'he', 1);
    expect(firstLayer({ shape: filters, parameters: drawn })[3]).toEqual({ side: 3, weights: drawn.slice(27, 36) });
    expect(firstLayer({ shape: { ...shape, sizes: [2, 5, 3] }, parameters })).toEqual([]);
  });
});

describe('the inputs of a grid', () => {
  it('go row by row, standardised like the samples', () => {
    expect([...gridInputs([0, 2, 10, 11], 3, 2)]).toEqual([0, 10, 1, 10, 2, 10, 0, 11, 1, 11, 2, 11]);
    const standard = { mean: Float64Array.of(1, 10), deviation: Float64Array.of(2, 0.5) };
    expect([...gridInputs([0, 2, 10, 11], 2, 2, standard)]).toEqual([-0.5, 0, 0.5, 0, -0.5, 2, 0.5, 2]);
    expect([...gridInputs([-1, 1, 0, 0], 5, 1)]).toEqual([-1, -0.5, 0, 0.5, 1]);
  });

  it('give the regions of a trained network: each sample lies in that of its class', () => {
    const data = generated('clusters', 1, { noise: 0.05 });
    const spec = presetSpec(data, presets.clusters, 'adam', 1);
    const training = new Training(spec);
    training.advance(300);
    const model = { shape: spec.shape, parameters: training.snapshot.learner.columns[0] as Float64Array };
    const standard = standardOf(data, spec.split.train);
    const outputs = predict(model, gridInputs([-1, 1, -1, 1], 3, 3, standard));
    const classAt = (place: number): number => {
      const own = outputs.subarray(4 * place, 4 * place + 4);
      return own.indexOf(Math.max(...own));
    };
    // The clusters lie at (1, 0), (0, 1), (−1, 0) and (0, −1).
    expect([5, 7, 3, 1].map(classAt)).toEqual([0, 1, 2, 3]);
  });
});
