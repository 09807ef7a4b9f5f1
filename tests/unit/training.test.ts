import { describe, expect, it, test } from 'vitest';
import { generated, generators } from '../../src/network/data/catalog.ts';
import { digits } from '../../src/network/data/digits.ts';
import { presets } from '../../src/network/defaults.ts';
import { initialParameters } from '../../src/network/initial.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import { type Snapshot, Training } from '../../src/network/train/train.ts';
import { type RuleId, rules } from '../../src/optimizers/catalog.ts';
import { scheduleOf } from '../../src/schedules/catalog.ts';
import { presetSpec } from './presetSpec.ts';

const spirals = (rule: RuleId = 'adam', seed = 1): TrainSpec =>
  presetSpec(generated('spirals', seed), presets.spirals, rule, seed);

const trained = (spec: TrainSpec, epochs: number): Training => {
  const training = new Training(spec);
  training.advance(epochs * training.stepsPerEpoch);
  return training;
};

describe('the same spec gives the same numbers, to the bit', () => {
  const whole = trained(spirals(), 5).snapshot;

  it('however its steps are divided among calls', () => {
    const training = new Training(spirals());
    for (const steps of [1, 2, 3, 0, 7, 11, 21]) training.advance(steps);
    expect(training.snapshot).toEqual(whole);
    expect(whole).toMatchObject({ epoch: 5, step: 0, learner: { steps: 45 } });
  });

  it('while others take turns with it', () => {
    const one = new Training(spirals());
    const others = rules.map(({ id }) => new Training(spirals(id, 2)));
    for (let turn = 0; turn < 9; turn += 1) {
      one.advance(5);
      for (const other of others) other.advance(turn);
      others[0]?.evaluate(spirals().split.test);
      others[1]?.measure();
    }
    expect(one.snapshot).toEqual(whole);
  });

  it('when it goes on from a snapshot that was sent or kept', () => {
    const before = trained(spirals(), 2);
    before.advance(4);
    const kept = structuredClone(before.snapshot) as Snapshot;
    const after = new Training(spirals(), kept);
    after.advance(45 - 22);
    expect(after.snapshot).toEqual(whole);
    expect(kept.epoch).toBe(2);
    expect(kept.history.lr).toHaveLength(3);
  });

  it('and another seed gives others', () => {
    expect(trained(spirals('adam', 2), 5).snapshot.learner).not.toEqual(whole.learner);
  });
});

test('all optimizers begin with the same weights and the same batches', () => {
  const starts = rules.map(({ id }) => {
    const training = new Training(spirals(id));
    return [training.history.trainLoss[0], training.snapshot.learner.columns[0]];
  });
  for (const start of starts) expect(start).toEqual(starts[0]);
});

describe('the defaults learn', () => {
  it.each(rules.map(({ id }) => id))('spirals by %s: 97 % of validation', (id) => {
    for (const seed of [1, 2, 3]) {
      const { history } = trained(spirals(id, seed), presets.spirals.epochs);
      expect(history.validationScore.at(-1), `seed ${seed}`).toBeGreaterThan(0.97);
    }
  });

  it.each(rules.map(({ id }) => id))('digits by %s: 95 % of test', (id) => {
    const training = trained(presetSpec(digits(), presets.digits, id, 1), presets.digits.epochs);
    expect(training.evaluate(training.spec.split.test).score).toBeGreaterThan(0.95);
  });

  it('digits with a convolution: 95 % of test', () => {
    const convolution = { filters: 8, size: 3, stride: 1 } as const;
    const preset = { ...presets.digits, activation: 'relu', initial: 'he', convolution } as const;
    const training = trained(presetSpec(digits(), preset, 'adam', 1), 15);
    expect(training.evaluate(training.spec.split.test).score).toBeGreaterThan(0.95);
  });

  it.each(generators.map(({ id }) => id))('%s by Adam: 85 % of validation', (id) => {
    const { history } = trained(presetSpec(generated(id, 1), presets[id], 'adam', 1), presets[id].epochs);
    expect(history.validationScore.at(-1)).toBeGreaterThan(0.85);
  });
});

describe('what goes wrong is told', () => {
  it('a rate that is far too high: the step, and the parameters before it', () => {
    const wave = presetSpec(generated('wave', 1), presets.wave, 'sgd', 1);
    const training = new Training({ ...wave, lr: 1e3 });
    const made = training.advance(1000);
    const { divergedAt, learner } = training.snapshot;
    expect(divergedAt).toBe(made + 1);
    expect(made).toBeLessThan(1000);
    expect(learner.columns[0]?.every(Number.isFinite)).toBe(true);
    expect(training.advance(10)).toBe(0);
    expect(training.history.trainLoss[0]).toBeLessThan(10);
  });

  it('a parameter that overflows while the loss before the step is finite: that step, and the parameters before it', () => {
    const rule = { formula: 'x = x - lr*g + 1/(t - 3) + 0.5', state: [], hyper: [], values: {} };
    const training = new Training({ ...spirals('sgd', 1), rule });
    expect(training.advance(10)).toBe(2);
    const { divergedAt, learner } = training.snapshot;
    expect(divergedAt).toBe(3);
    expect(learner.columns[0]?.every(Number.isFinite)).toBe(true);
  });

  it('relus that have died', () => {
    const spec = presetSpec(generated('moons', 1), { ...presets.moons, activation: 'relu', initial: 'he' }, 'sgd', 1);
    const initial = initialParameters(spec.shape, 'he', 1);
    initial.fill(1, 16, 24);
    expect(new Training({ ...spec, initial }).measure()[0]?.dead).toBe(0);
    initial.fill(-100, 16, 18);
    expect(trained({ ...spec, initial }, 5).measure()[0]?.dead).toBe(0.25);
  });

  it('of filters those that are 0 at all places, not places where no sample has ink', () => {
    const settings = { ...presets.digits, activation: 'relu', initial: 'he', convolution: { filters: 4, size: 3, stride: 1 } } as const; // prettier-ignore
    const spec = presetSpec(digits(), settings, 'adam', 1);
    const initial = initialParameters(spec.shape, 'he', 1);
    expect(new Training({ ...spec, initial }).measure()[0]?.dead).toBe(0);
    initial.fill(-1, 0, 9);
    expect(new Training({ ...spec, initial }).measure()[0]?.dead).toBe(0.25);
  });

  it('of relus alone: what other units or the outputs say may be 0, and learn', () => {
    for (const [activation, dead] of [
      ['relu', 1],
      ['leaky', 0],
      ['tanh', 0],
      ['sigmoid', 0],
    ] as const) {
      const wave = presetSpec(generated('wave', 1), { ...presets.wave, activation, initial: 'zero' }, 'sgd', 1);
      expect(
        new Training(wave).measure().map((layer) => layer.dead),
        activation,
      ).toEqual([dead, 0]);
    }
  });

  it('weights that are all 0 stay alike in a layer', () => {
    const training = trained({ ...spirals(), initial: 'zero' }, 20);
    const weights = training.snapshot.learner.columns[0]?.subarray(0, 32) as Float64Array;
    expect(new Set(weights)).toEqual(new Set([0]));
    expect(training.history.validationScore.at(-1)).toBeLessThan(0.5);
  });
});

describe('decay', () => {
  const rates = (decay: TrainSpec['decay'], epochs = 6): number[] =>
    trained({ ...spirals('sgd'), lr: 0.4, decay }, epochs).history.lr;

  it.each([
    ['step', { factor: 0.5, every: 2 }, [0.4, 0.4, 0.4, 0.2, 0.2, 0.1, 0.1]],
    ['inverse', { rate: 1 }, [0.4, 0.4, 0.2, 0.4 / 3, 0.1, 0.08, 0.4 / 6]],
    ['exponential', { rate: Math.LN2 }, [0.4, 0.4, 0.2, 0.1, 0.05, 0.025, 0.0125]],
    ['cosine', { floor: 0, over: 2 }, [0.4, 0.4, 0.2, 0, 0, 0, 0]],
  ] as const)('%s, by epochs', (kind, values, expected) => {
    const found = rates({ formula: scheduleOf(kind).formula, values });
    expect(found).toHaveLength(expected.length);
    found.forEach((lr, epoch) => expect(lr).toBeCloseTo(expected[epoch] as number, 12));
  });

  it('reduces when validation has not been better for some epochs, and only then', () => {
    const { history } = trained({ ...spirals('sgd'), lr: 0.4, decay: { factor: 0.5, patience: 3 } }, 60);
    let [lr, best, since] = [0.4, -Infinity, 0];
    for (let epoch = 1; epoch < history.lr.length; epoch += 1) {
      expect(history.lr[epoch]).toBe(lr);
      const score = history.validationScore[epoch] as number;
      if (score > best) [best, since] = [score, 0];
      else since += 1;
      if (since === 3) [lr, since] = [lr / 2, 0];
    }
    expect(history.lr.at(-1)).toBeLessThan(0.4);
  });
});

test('the history has an entry per epoch, the ratios one per layer', () => {
  const { history, ratios } = trained(spirals(), 4);
  for (const list of [history.trainLoss, history.trainScore, history.validationLoss, history.validationScore])
    expect(list.filter(Number.isFinite)).toHaveLength(5);
  expect(history.ratios.map((list) => list.map(Number.isFinite))).toEqual(
    [0, 1, 2].map(() => [false, true, true, true, true]),
  );
  expect(history.ratios.map((list) => list.at(-1))).toEqual(ratios);
});

test('measures: every activation and every weight is in its histogram', () => {
  const measures = trained(spirals(), 2).measure();
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  expect(measures.map(({ activations }) => total(activations.counts))).toEqual([16 * 270, 16 * 270, 3 * 270]);
  expect(measures.map(({ gradient }) => total(gradient.counts))).toEqual([32, 256, 48]);
  expect(measures[2]?.activations.mean).toBeCloseTo(1 / 3, 12);
  expect(measures[0]?.activations.from).toBeGreaterThan(-1);
});
