import { describe, expect, it } from 'vitest';
import { type Activation, activations } from '../../src/network/activations/catalog.ts';
import { checks } from '../../src/network/checks/catalog.ts';
import { scored } from '../../src/network/checks/check.ts';
import { generated, generators } from '../../src/network/data/catalog.ts';
import type { Dataset } from '../../src/network/data/dataset.ts';
import { digits } from '../../src/network/data/digits.ts';
import { presets } from '../../src/network/defaults.ts';
import { type Mistake, mistakes } from '../../src/network/mistakes.ts';
import type { InitialisationId } from '../../src/network/initial.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import { Training } from '../../src/network/train/train.ts';
import { openingRules, rules } from '../../src/optimizers/catalog.ts';
import { type NetworkSettings, networkIn } from '../../src/state/network/settings.ts';
import { initialScene } from '../../src/state/scene.ts';
import { decays, withDecay } from '../../src/ui/network/panel/recipes.ts';
import { presetSpec } from './presetSpec.ts';

const images = digits();

const cases: Record<string, { data: (seed: number) => Dataset; preset: Partial<NetworkSettings> }> = {
  ...Object.fromEntries(
    generators.map(({ id }) => [id, { data: (seed: number) => generated(id, seed), preset: presets[id] }]),
  ),
  'spirals with relu': {
    data: (seed) => generated('spirals', seed),
    preset: { ...presets.spirals, activation: 'relu', initial: 'he' },
  },
  digits: { data: () => images, preset: presets.digits },
  'digits with a convolution': {
    data: () => images,
    preset: {
      ...presets.digits,
      activation: 'relu',
      initial: 'he',
      convolution: { filters: 8, size: 3, stride: 1 },
    },
  },
};

/** Each rule with a seed, and five of them with others: a new rule changes none of the trainings before it. */
const turns = [...rules, ...openingRules.slice(0, 5)].map(({ id }, i) => ({
  rule: id,
  seed: i < rules.length ? i + 1 : i - rules.length + 16,
}));

/** What the checks that fail say. */
const complaints = (spec: TrainSpec): string[] =>
  checks.map((check) => check.run(spec)).flatMap(({ passed, sentence }) => (passed ? [] : [sentence.en]));

/** Whether a check fails; those that come after it are not made. */
const isCaught = (spec: TrainSpec): boolean => checks.some((check) => !check.run(spec).passed);

/** Every activation with the weights that suit it. */
const suited = Object.entries(activations) as [Activation, { initial: InitialisationId }][];
const combinations = generators.flatMap(({ id }) =>
  suited.map(([activation, { initial }]) => ({ id, activation, initial })),
);

/** A training that does well in the end, whatever a check says of its beginning. */
function isHealthy(spec: TrainSpec, epochs: number): boolean {
  const training = new Training(spec);
  training.advance(epochs * training.stepsPerEpoch);
  return training.divergedAt === undefined && (training.history.validationScore.at(-1) as number) >= 0.85;
}

describe.each(Object.entries(cases))('%s', (name, { data, preset }) => {
  it('no check cries wolf over 20 healthy seeds, the rules taking turns', () => {
    const said = turns.map(({ rule, seed }) => complaints(presetSpec(data(seed), preset, rule, seed)));
    expect(said.length).toBeGreaterThanOrEqual(20);
    expect(said).toEqual(said.map(() => []));
  });

  it.each(Object.keys(mistakes) as Mistake[])('%s is caught by at least one check', (mistake) => {
    for (const { id } of rules.filter((rule, i) => name === 'spirals' || rule.id === 'adam' || i === 0)) {
      const spec = { ...presetSpec(data(1), preset, id, 1), mistakes: [mistake] };
      expect(isCaught(spec), id).toBe(true);
    }
  });
});

describe.each(combinations)('$id with $activation', ({ id, activation, initial }) => {
  const preset = { ...presets[id], activation, initial };

  it('no check cries wolf where the training does well in the end, over 20 seeds', () => {
    const specs = turns.map(({ rule, seed }) => presetSpec(generated(id, seed), preset, rule, seed));
    const healthy = specs.filter((spec) => isHealthy(spec, preset.epochs));
    expect(healthy.length).toBeGreaterThan(12);
    expect(healthy.map(complaints)).toEqual(healthy.map(() => []));
  });

  it('every sabotage is caught by at least one check', () => {
    for (const mistake of Object.keys(mistakes) as Mistake[])
      for (const rule of ['adam', 'sgd', 'lion'] as const) {
        const spec = { ...presetSpec(generated(id, 1), preset, rule, 1), mistakes: [mistake] };
        expect(isCaught(spec), `${mistake}, ${rule}`).toBe(true);
      }
  });
});

it.each([13, 17])('wave with relu by plain SGD, seed %i, does well, if not on every twenty samples', (seed) => {
  const spec = presetSpec(generated('wave', seed), { ...presets.wave, activation: 'relu', initial: 'he' }, 'sgd', seed);
  expect(isHealthy(spec, presets.wave.epochs)).toBe(true);
  expect(complaints(spec)).toEqual([]);
});

describe('wave with two layers of 32 relus', () => {
  const preset = { ...presets.wave, hidden: [32, 32], activation: 'relu', initial: 'he' } as const;
  const specs = (['sgd', 'nesterov'] as const).flatMap((rule) =>
    Array.from({ length: 10 }, (_, i) => presetSpec(generated('wave', i + 1), preset, rule, i + 1)),
  );

  it('a first step that goes far and is made good is no rate that is too high', () => {
    const healthy = specs.filter((spec) => isHealthy(spec, preset.epochs));
    expect(healthy.length).toBeGreaterThan(4);
    expect(healthy.map(complaints)).toEqual(healthy.map(() => []));
  });

  it('every sabotage is caught by at least one check', () => {
    for (const mistake of Object.keys(mistakes) as Mistake[])
      for (const [i, spec] of specs.entries())
        expect(isCaught({ ...spec, mistakes: [mistake] }), `${mistake}, ${i}`).toBe(true);
  });
});

describe.each(decays)('lr that decays: $id', ({ id: kind }) => {
  it.each(generators)('no check cries wolf: $id', ({ id }) => {
    const { decay } = networkIn(withDecay(kind)({ ...initialScene(), network: { data: id } }));
    const said = (['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const).map((rule, i) =>
      complaints(presetSpec(generated(id, i + 1), { ...presets[id], decay }, rule, i + 1)),
    );
    expect(said).toEqual(said.map(() => []));
  });
});

describe('findings', () => {
  const spec = presetSpec(generated('spirals', 1), presets.spirals, 'adam', 1);

  it('say the same in both languages, with the number that decided', () => {
    for (const { id, name, run, teaches } of checks) {
      const { number, sentence } = run(spec);
      expect(Number.isFinite(number), id).toBe(true);
      for (const text of [name, sentence, teaches]) {
        expect(text.en.length, id).toBeGreaterThan(4);
        expect(text.zh, id).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it('a layer whose sign is wrong is named', () => {
    const [gradient] = checks;
    const { layers, sentence } = gradient.run({ ...spec, mistakes: ['sign'] });
    expect(layers?.map((error) => error > 0.9)).toEqual([false, true, false]);
    expect(sentence.en).toContain('layer 2');
  });

  it('weights that are all 0 are no healthy start, and no rate is blamed for it', () => {
    const said = complaints({ ...spec, initial: 'zero' });
    expect(said).toContainEqual(expect.stringContaining('all weights are 0'));
    expect(said).toContainEqual(expect.stringContaining('The weights of layer 1 are all 0 and stay 0'));
    expect(said.join()).not.toContain('too high');
  });

  it('say R² where numbers are to be learnt, and overflow where a number overflows', () => {
    const wave = presetSpec(generated('wave', 1), presets.wave, 'adam', 1);
    const sentences = (given: TrainSpec) =>
      Object.fromEntries(checks.map(({ id, run }) => [id, run(given).sentence] as const));
    const slow = sentences({ ...wave, lr: 1e-4 });
    expect(slow.overfit?.en).toMatch(/^After \d+ steps the fit of 20 samples has an R² of 0\.\d+, expected 0\.85\.$/);
    expect(slow.overfit?.zh).toMatch(/^\d+ 步后对 20 个样本的拟合 R² 为 0\.\d+，应达到 0\.85。$/);
    expect(sentences(wave).guessing?.en).toMatch(/^After \d+ steps validation reaches an R² of 0\.\d+; /);
    const fast = sentences({ ...presetSpec(wave.data, presets.wave, 'sgd', 1), lr: 1e9, mistakes: ['rate'] });
    for (const id of ['rate', 'guessing', 'overfit']) {
      expect(fast[id]?.en, id).toMatch(/[Aa]t step \d+ a number overflows/);
      expect(fast[id]?.zh, id).toMatch(/第 \d+ 步时?数值溢出/);
    }
    // The loss overflows some steps before a weight does.
    const leaky = presetSpec(generated('wave', 46), { ...presets.wave, activation: 'leaky', initial: 'he' }, 'sgd', 46);
    expect(sentences(leaky).overfit?.en).toMatch(
      /^20 samples are not learnt by heart: at step \d+ a number overflows\.$/,
    );
    const worse = { en: 'an R² below −1', zh: ' R² 低于 −1' };
    expect([scored(-2.2e50, 'numbers'), scored(-Infinity, 'numbers'), scored(NaN, 'numbers')]).toEqual([
      worse,
      worse,
      worse,
    ]);
    expect([scored(-2e-16, 'numbers').en, scored(-0.5, 'numbers').zh]).toEqual(['an R² of 0', ' R² 为 −0.5']);
    expect(scored(0.684, 'classes')).toEqual({ en: '68%', zh: '正确率为 68%' });
  });

  it('no sentence has a number that is none', () => {
    for (const id of ['clusters', 'wave'] as const)
      for (const rule of ['sgd', 'adam'] as const)
        for (const mistake of [undefined, ...Object.keys(mistakes)] as (Mistake | undefined)[])
          for (const initial of ['xavier', 'zero'] as const) {
            const made = { ...presets[id], initial };
            const given = presetSpec(generated(id, 1), made, rule, 1);
            for (const check of checks) {
              const { sentence } = check.run({ ...given, mistakes: mistake === undefined ? [] : [mistake] });
              expect(`${sentence.en} ${sentence.zh}`, `${id} ${rule} ${mistake} ${initial}`).not.toMatch(
                /NaN|Infinity|e\+\d*%|-\d*%/,
              );
            }
          }
  });
});
