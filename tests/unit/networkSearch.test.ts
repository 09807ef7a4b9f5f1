import { describe, expect, it } from 'vitest';
import { grid, searchInStages } from '../../src/engine/tune.ts';
import { generated } from '../../src/network/data/catalog.ts';
import { presets } from '../../src/network/defaults.ts';
import { searchAxes, type SearchedValues, trialSpec, tryValues } from '../../src/network/search.ts';
import { Training } from '../../src/network/train/train.ts';
import { presetSpec } from './presetSpec.ts';

const spec = presetSpec(generated('moons', 1), presets.moons, 'momentum', 1);
const stages = [
  { trials: 8, span: 1, epochs: 2 },
  { trials: 4, span: 0.3, epochs: 6 },
];

/** The search, the trials of a stage made in the order that `order` puts them in. */
function searched(order: (count: number) => number[]) {
  const search = searchInStages({ axes: searchAxes, stages, seed: 4 });
  let stage = 0;
  let step = search.next();
  while (step.done !== true) {
    const values: readonly SearchedValues[] = step.value;
    const scores: number[] = [];
    for (const i of order(values.length))
      scores[i] = tryValues(spec, values[i] as SearchedValues, stages[stage]?.epochs as number).score;
    step = search.next(scores);
    stage += 1;
  }
  return step.value;
}

describe('random search over trainings', () => {
  const found = searched((count) => Array.from({ length: count }, (_, i) => i));

  it('finds the same in whichever order a stage is tried', () => {
    expect(searched((count) => Array.from({ length: count }, (_, i) => count - 1 - i))).toEqual(found);
    expect(found.trials).toHaveLength(12);
    expect(found.best.score).toBe(Math.min(...found.trials.map(({ score }) => score)));
    expect(found.best.score).toBeLessThan(0.2);
  });

  it('draws from its axes, whole numbers where there are units', () => {
    for (const { values } of found.trials)
      for (const [name, axis] of Object.entries(searchAxes)) {
        const value = values[name as keyof typeof values];
        expect(value).toBeGreaterThanOrEqual(axis.min);
        expect(value).toBeLessThanOrEqual(axis.max);
        if (name === 'hidden') expect(Number.isInteger(value)).toBe(true);
      }
  });

  it('covers each axis with as many values as trials; a grid of the same size does not', () => {
    const axes = { lr: searchAxes.lr, l2: searchAxes.l2 };
    const search = searchInStages({ axes, stages: [{ trials: 16, span: 1 }], seed: 1 });
    const drawn = search.next().value as readonly { lr: number }[];
    expect(new Set(drawn.map(({ lr }) => lr)).size).toBe(16);
    const regular = grid(axes, 16);
    expect(regular).toHaveLength(16);
    expect(new Set(regular.map(({ lr }) => lr)).size).toBe(4);
    expect(new Set(regular.map(({ lr, l2 }) => `${lr} ${l2}`)).size).toBe(16);
  });

  it('leaves a training that can go on where it is', () => {
    const values = { lr: 0.05, hidden: 6 };
    const { snapshot } = tryValues(spec, values, 3);
    const training = new Training(trialSpec(spec, values), snapshot);
    training.advance(training.stepsPerEpoch);
    expect(training.snapshot).toEqual(tryValues(spec, values, 4).snapshot);
    expect(training.spec.shape.sizes).toEqual([2, 6, 2]);
  });

  it('goes on from there to the same as without a stop, to the bit', () => {
    const values = { lr: 0.05, decay: 0.1, l2: 1e-4, mu: 0.8, hidden: 6 };
    const { snapshot } = tryValues(spec, values, 3);
    expect(tryValues(spec, values, 9, structuredClone(snapshot))).toEqual(tryValues(spec, values, 9));
    // What is done is not done again.
    expect(tryValues(spec, values, 2, snapshot).snapshot).toEqual(snapshot);
  });

  it('tells how good the network is that it hands over, not how good it was at its best', () => {
    const told = [0.5, 1, 2].map((lr) => {
      const { score, snapshot } = tryValues(spec, { lr, hidden: 20 }, 12);
      expect(score).toBe(1 - (snapshot.history.validationScore.at(-1) as number));
      return score - (1 - Math.max(...snapshot.history.validationScore));
    });
    expect(Math.max(...told)).toBeGreaterThan(0);
  });

  it('counts a training that diverges as the worst', () => {
    const wave = presetSpec(generated('wave', 1), presets.wave, 'sgd', 1);
    expect(tryValues(wave, { lr: 1e4 }, 20).score).toBe(Infinity);
    // One that was good until then too.
    const rule = { formula: 'x = x - lr*g/(1 - floor(t/40))', state: [], hyper: [], values: {} };
    const { score, snapshot } = tryValues({ ...spec, rule }, { lr: 0.5 }, 20);
    expect(snapshot.divergedAt).toBe(40);
    expect(snapshot.history.validationScore.at(-1)).toBeGreaterThan(0.7);
    expect(score).toBe(Infinity);
  });
});
