import { describe, expect, it } from 'vitest';
import { checks } from '../../src/network/checks/catalog.ts';
import { generated, generators } from '../../src/network/data/catalog.ts';
import type { Dataset } from '../../src/network/data/dataset.ts';
import { digits } from '../../src/network/data/digits.ts';
import { presets } from '../../src/network/defaults.ts';
import { type Mistake, mistakes } from '../../src/network/mistakes.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import type { NetworkSettings } from '../../src/state/network/settings.ts';
import { presetSpec } from './presetSpec.ts';

const images = digits();

const cases: Record<string, { data: (seed: number) => Dataset; preset: Partial<NetworkSettings>; seeds: number }> = {
  ...Object.fromEntries(
    generators.map(({ id }) => [id, { data: (seed: number) => generated(id, seed), preset: presets[id], seeds: 20 }]),
  ),
  'spirals with relu': {
    data: (seed) => generated('spirals', seed),
    preset: { ...presets.spirals, activation: 'relu', initial: 'he' },
    seeds: 20,
  },
  digits: { data: () => images, preset: presets.digits, seeds: 20 },
  'digits with a convolution': {
    data: () => images,
    preset: {
      ...presets.digits,
      activation: 'relu',
      initial: 'he',
      convolution: { filters: 8, size: 3, stride: 1 },
    },
    seeds: 20,
  },
};

/** What the checks that fail say. */
const complaints = (spec: TrainSpec): string[] =>
  checks.map((check) => check.run(spec)).flatMap(({ passed, sentence }) => (passed ? [] : [sentence.en]));

describe.each(Object.entries(cases))('%s', (name, { data, preset, seeds }) => {
  it(`no check cries wolf over ${seeds} healthy seeds, the rules taking turns`, () => {
    const said = Array.from({ length: seeds }, (_, i) => {
      const { id } = rules[i % rules.length] as (typeof rules)[number];
      return complaints(presetSpec(data(i + 1), preset, id, i + 1));
    });
    expect(said).toEqual(Array.from({ length: seeds }, () => []));
  });

  it.each(Object.keys(mistakes) as Mistake[])('%s is caught by at least one check', (mistake) => {
    for (const { id } of rules.filter(
      (rule, i) => name === 'spirals' || rule.id === 'adam' || (seeds > 4 && i === 0),
    )) {
      const spec = { ...presetSpec(data(1), preset, id, 1), mistakes: [mistake] };
      expect(complaints(spec).length, id).toBeGreaterThan(0);
    }
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

  it('weights that are all 0 are no healthy start', () => {
    expect(complaints({ ...spec, initial: 'zero' })).toContainEqual(expect.stringContaining('all weights are 0'));
  });
});
