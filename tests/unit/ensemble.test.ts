import { describe, expect, it } from 'vitest';
import { generated } from '../../src/network/data/catalog.ts';
import { digits } from '../../src/network/data/digits.ts';
import { presets } from '../../src/network/defaults.ts';
import { ensemble, meanOutputs } from '../../src/network/ensemble.ts';
import { type Model, predict } from '../../src/network/predict.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import { Training } from '../../src/network/train/train.ts';
import { ensembleVerdict } from '../../src/ui/network/ensemble/verdict.ts';
import { presetSpec } from './presetSpec.ts';

const modelOf = (training: Training): Model => ({
  shape: training.spec.shape,
  parameters: training.snapshot.learner.columns[0] as Float64Array,
});

const trained = (spec: TrainSpec, steps: number): Model => {
  const training = new Training(spec);
  training.advance(steps);
  return modelOf(training);
};

const images = digits();

describe('the ensemble of networks that began differently', () => {
  it('is not worse than its mean member: digits, over 5 seeds', () => {
    const spec = presetSpec(images, presets.digits, 'adam', 1);
    const results = [1, 2, 3, 4, 5].map((seed) => {
      const models = [1, 2, 3].map((k) => trained({ ...spec, seed: 10 * seed + k }, 300));
      return ensemble(models, spec.data, spec.split.test);
    });
    for (const { mean, ensemble: together, members, spread } of results) {
      expect(together.score).toBeGreaterThanOrEqual(mean.score);
      expect(together.loss).toBeLessThan(mean.loss);
      expect(members).toHaveLength(3);
      const variance = members.reduce((sum, { score }) => sum + (score - mean.score) ** 2, 0) / 3;
      expect(spread).toBeCloseTo(Math.sqrt(variance), 12);
      expect(spread).toBeLessThan(0.05);
      expect(mean.score).toBeCloseTo(members.reduce((sum, { score }) => sum + score, 0) / 3, 12);
    }
  });

  it('is not worse for numbers either: the square of a mean is at most the mean of squares', () => {
    const spec = presetSpec(generated('wave', 1), presets.wave, 'adam', 1);
    const models = [1, 2, 3].map((seed) => trained({ ...spec, seed }, 300));
    const { mean, ensemble: together } = ensemble(models, spec.data, spec.split.test);
    expect(together.loss).toBeLessThanOrEqual(mean.loss);
    expect(together.score).toBeGreaterThanOrEqual(mean.score);
  });
});

describe('what is said of the ensemble', () => {
  const verdict = (together: number, mean: number, isNumber = false) =>
    ensembleVerdict({ ensemble: { loss: 1, score: together }, mean: { loss: 1, score: mean } }, isNumber);

  it('is what the digits that are shown say', () => {
    expect(verdict(0.978, 0.98)).toBe('worse');
    expect(verdict(0.99, 0.98)).toBe('better');
    expect(verdict(0.9804, 0.98)).toBe('same');
    expect(verdict(0.961, 0.9596, true)).toBe('better');
    expect(verdict(0.99501, 0.99499, true)).toBe('same');
    expect(verdict(0.9948, 0.9953, true)).toBe('worse');
    expect(verdict(0.9993, 0.9991, true)).toBe('better');
    expect(verdict(NaN, 0.5)).toBe('none');
  });
});

describe('members', () => {
  const spec = presetSpec(generated('spirals', 1), presets.spirals, 'adam', 1);
  const training = new Training(spec);
  training.advance(200);

  it('are judged as training judges', () => {
    const { members, ensemble: alone } = ensemble([modelOf(training)], spec.data, spec.split.test);
    const { loss, score } = training.evaluate(spec.split.test);
    expect(members[0]?.score).toBe(score);
    expect(members[0]?.loss).toBeCloseTo(loss, 12);
    expect(alone).toEqual(members[0]);
  });

  it('may be checkpoints of one training', () => {
    const checkpoints = Array.from({ length: 3 }, () => {
      training.advance(20);
      return modelOf(training);
    });
    const { inputs } = spec.data;
    const mean = meanOutputs(checkpoints, inputs);
    const each = checkpoints.map((model) => predict(model, inputs));
    for (let i = 0; i < mean.length; i += 97)
      expect(mean[i]).toBeCloseTo(each.reduce((sum, outputs) => sum + (outputs[i] as number), 0) / 3, 14);
    for (let row = 0; row < spec.data.rows; row += 50)
      expect(mean.subarray(3 * row, 3 * row + 3).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(() => meanOutputs([], inputs)).toThrow(/expected at least one/);
  });
});
