import { describe, expect, it } from 'vitest';
import { generated } from '../../src/network/data/catalog.ts';
import type { Dataset } from '../../src/network/data/dataset.ts';
import { standardised } from '../../src/network/data/split.ts';
import { judged } from '../../src/network/ensemble.ts';
import { predict } from '../../src/network/predict.ts';
import { modelJson, modelScript, type TrainedModel } from '../../src/network/pytorch.ts';
import { Training } from '../../src/network/train/train.ts';
import { initialRunner, initialSurface } from '../../src/state/initial.ts';
import { presetSettings } from '../../src/state/network/settings.ts';
import { type Common, commonOf, seenData, specOf } from '../../src/state/network/spec.ts';
import type { LabRun } from '../../src/state/network/store.ts';
import { trainedModel } from '../../src/state/network/trained.ts';
import { checkpoints } from '../../src/ui/network/ensemble/checkpoints.ts';

const adam = initialRunner('adam', initialSurface('rosenbrock'));

/** A network of the lab, its parameters kept every so many epochs. */
function trained(common: Common, epochs: number, stride: number): Pick<LabRun, 'spec' | 'records'> {
  const spec = specOf(common, adam);
  const training = new Training(spec);
  const records = [{ epoch: 0, parameters: training.current.slice() }];
  while (training.epoch < epochs) {
    training.advance(training.stepsPerEpoch);
    if (training.epoch % stride === 0) records.push({ epoch: training.epoch, parameters: training.current.slice() });
  }
  return { spec, records };
}

const rowsOf = ({ inputs, features: { length } }: Dataset, rows: Int32Array): Float64Array =>
  Float64Array.from([...rows].flatMap((row) => [...inputs.subarray(row * length, (row + 1) * length)]));

/** What a model that was taken away says of samples as they came. */
const said = (model: TrainedModel, raw: Dataset, rows: Int32Array): Float64Array =>
  predict(model, rowsOf(model.standard === undefined ? raw : standardised(raw, model.standard), rows));

describe('a network that is taken away', () => {
  it.each([true, false])('says what it says in the lab, with inputs ×1000 too; standardised: %s', (standardise) => {
    for (const sabotages of [[], ['inputs']] as const) {
      const raw = generated('spirals', 1);
      const common = commonOf({ ...presetSettings('spirals'), standardise, sabotages }, raw);
      const run = trained(common, 30, 1);
      const model = trainedModel(common, run, 30) as TrainedModel;
      const { test } = common.split;
      const [here, there] = [predict(model, rowsOf(seenData(common), test)), said(model, raw, test)];
      here.forEach((value, i) => expect(there[i]).toBeCloseTo(value, 9));
      expect(judged(there, raw, test)).toEqual(judged(there, seenData(common), test));
    }
  });

  it('names the epoch that it is of, where that is not the one that is shown', () => {
    const common = commonOf({ ...presetSettings('moons'), epochs: 2000 }, generated('moons', 1, { rows: 60 }));
    const run = trained(common, 40, 8);
    const model = trainedModel(common, run, 37) as TrainedModel;
    expect(model.epoch).toBe(32);
    expect(model.parameters).toBe(run.records[4]?.parameters);
    expect(JSON.parse(modelJson(model))).toMatchObject({ epoch: 32 });
    expect(modelScript(model)).toContain('after epoch 32');
    expect(modelScript(model, 'zh')).toContain('第 32 轮');
    expect(trainedModel(common, { ...run, records: [] }, 37)).toBeUndefined();
  });
});

describe('checkpoints', () => {
  const records = (stride: number, last: number) =>
    Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => ({ epoch: i * stride, parameters: new Float64Array(1) })); // prettier-ignore

  it('are spread over the second half', () => {
    const epochs = (last: number, count: number) => checkpoints({ records: records(1, 100) }, last, count).map(({ epoch }) => epoch); // prettier-ignore
    expect(epochs(100, 5)).toEqual([60, 70, 80, 90, 100]);
    expect(epochs(1, 5)).toEqual([1]);
  });

  it('are called by the epochs that they are of, each once', () => {
    const run = { records: records(8, 2000) };
    expect(checkpoints(run, 37, 8).map(({ epoch }) => epoch)).toEqual([16, 24, 32]);
    expect(checkpoints(run, 2000, 4).map(({ epoch }) => epoch)).toEqual([1248, 1496, 1744, 2000]);
  });
});
