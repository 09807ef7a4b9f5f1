import { describe, expect, it } from 'vitest';
import { generated } from '../../src/network/data/catalog.ts';
import type { Dataset } from '../../src/network/data/dataset.ts';
import { digits } from '../../src/network/data/digits.ts';
import { standardOf } from '../../src/network/data/split.ts';
import { presets } from '../../src/network/defaults.ts';
import { predict } from '../../src/network/predict.ts';
import { modelJson, modelScript, type TrainedModel } from '../../src/network/pytorch.ts';
import { type Activation, activations } from '../../src/network/activations/catalog.ts';
import { Training } from '../../src/network/train/train.ts';
import type { NetworkSettings } from '../../src/state/network/settings.ts';
import { askPython, checkedBy } from './askPython.ts';
import { presetSpec } from '../unit/presetSpec.ts';

const trained = (data: Dataset, preset: Partial<NetworkSettings>): TrainedModel => {
  const spec = presetSpec(data, preset, 'adam', 1);
  const training = new Training(spec);
  training.advance(20);
  return {
    shape: spec.shape,
    parameters: training.snapshot.learner.columns[0] as Float64Array,
    epoch: 2,
    ...{ features: data.features, classes: data.classes, wanted: data.wanted },
    ...(preset.standardise === true ? { standard: standardOf(data, spec.split.train) } : {}),
    example: data.inputs.slice(0, data.features.length),
  };
};

const convolution = { filters: 4, size: 3, stride: 1 } as const;
const models: [string, TrainedModel][] = [
  ...(Object.keys(activations) as Activation[]).map((activation): [string, TrainedModel] => [
    `spirals, ${activation}`,
    trained(generated('spirals', 1), { ...presets.spirals, activation }),
  ]),
  ['a number to predict', trained(generated('wave', 1), presets.wave)],
  ['digits', trained(digits(), presets.digits)],
  ['digits with a convolution', trained(digits(), { ...presets.digits, activation: 'relu', convolution })],
  ['and one of 5×5 with stride 2', trained(digits(), { ...presets.digits, convolution: { ...convolution, size: 5, stride: 2 } })], // prettier-ignore
];

const scripts = models.map(([, model]) => modelScript(model));
const answer = askPython(scripts);

/** The example's outputs, as the network has them. */
const outputsOf = (model: TrainedModel): Float64Array => {
  const { standard, example } = model;
  const at = (numbers: Float64Array, i: number): number => numbers[i] as number;
  const input = standard ? example.map((x, i) => (x - at(standard.mean, i)) / at(standard.deviation, i)) : example;
  return predict(model, input);
};

describe(`networks as PyTorch, ${checkedBy(answer)}`, () => {
  it.each(models.map(([title, model], i) => ({ title, model, i })))('$title', ({ model, i }) => {
    expect(scripts[i]).toContain('nn.utils.vector_to_parameters(parameters, model.parameters())\n');
    if (answer === undefined) return;
    const result = answer.results[i];
    expect(result?.error).toBeNull();
    if (answer.torch === null) return;
    const [printed = []] = result?.printed ?? [];
    expect(printed).toHaveLength(model.shape.sizes.at(-1) as number);
    outputsOf(model).forEach((value, o) => expect(printed[o]).toBeCloseTo(value, 12));
  });

  it('and as JSON, with everything that the script has', () => {
    for (const [, model] of models) {
      const read = JSON.parse(modelJson(model)) as typeof model.shape & Record<string, number[]>;
      const { shape } = model;
      expect({ ...shape, ...read }).toEqual(read);
      expect(Float64Array.from(read['parameters'] as number[])).toEqual(model.parameters);
    }
  });
});
