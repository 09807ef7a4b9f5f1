import { describe, expect, test } from 'vitest';
import { grid, randomSearch, type SearchAxis } from '../../src/engine/tune.ts';

const lr: SearchAxis = { min: 1e-6, max: 10, scale: 'log' };
const mu: SearchAxis = { min: 0, max: 0.9999, scale: 'decay' };
const stages = [
  { trials: 40, span: 1 },
  { trials: 17, span: 0.1 },
];
const bowl = ({ lr, mu }: { lr: number; mu: number }): number => (Math.log10(lr) + 2) ** 2 + (mu - 0.9) ** 2;
const search = (seed: number) => randomSearch({ axes: { lr, mu }, stages, seed, objective: bowl });

describe('random search', () => {
  test('is reproducible from its seed', () => {
    expect(search(5)).toEqual(search(5));
    expect(search(6).trials).not.toEqual(search(5).trials);
  });

  test('spends its budget exactly', () => {
    let calls = 0;
    const { trials } = randomSearch({ axes: { lr }, stages, seed: 1, objective: () => (calls += 1) });
    expect(calls).toBe(57);
    expect(trials).toHaveLength(57);
  });

  test('is not a grid: no two trials share a value on any axis, and neighbours are unequally far apart', () => {
    const { trials } = randomSearch({ axes: { lr, mu }, stages: [{ trials: 100, span: 1 }], seed: 3, objective: bowl });
    for (const places of [trials.map(({ values }) => Math.log10(values.lr)), trials.map(({ values }) => values.mu)]) {
      expect(new Set(places).size).toBe(100);
      const sorted = places.sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((place, i) => place - (sorted[i] as number));
      expect(Math.max(...gaps)).toBeGreaterThan(10 * Math.min(...gaps));
    }
  });

  test('draws uniformly on the scale of its axis', () => {
    const { trials } = randomSearch({
      axes: { lr, mu },
      stages: [{ trials: 7000, span: 1 }],
      seed: 1,
      objective: bowl,
    });
    for (let decade = -6; decade < 1; decade += 1) {
      const inside = trials.filter(({ values }) => Math.floor(Math.log10(values.lr)) === decade);
      expect(Math.abs(inside.length - 1000)).toBeLessThan(150);
    }
    const nines = trials.filter(({ values }) => values.mu > 0.99 && values.mu < 0.999);
    expect(Math.abs(nines.length - 1750)).toBeLessThan(200);
  });

  test('looks around the best of the stages before, and stays on the axis', () => {
    const narrow = [
      { trials: 64, span: 1 },
      { trials: 200, span: Math.log10(9) / 7 },
    ];
    const within = (objective: (values: { lr: number }) => number): void => {
      const { trials } = randomSearch({ axes: { lr }, stages: narrow, seed: 2, objective });
      const first = trials.slice(0, 64).sort((a, b) => a.score - b.score)[0]?.values.lr as number;
      for (const { values } of trials.slice(64)) {
        expect(values.lr / first).toBeGreaterThan(1 / 3.0001);
        expect(values.lr / first).toBeLessThan(3.0001);
        expect(values.lr >= lr.min && values.lr <= lr.max).toBe(true);
      }
    };
    within(({ lr }) => Math.abs(Math.log10(lr) + 2));
    within(({ lr }) => -lr);
  });

  test('gets nearer with the second stage', () => {
    const { best, trials } = search(1);
    expect(best.score).toBe(Math.min(...trials.map(({ score }) => score)));
    expect(best.score).toBeLessThan(Math.min(...trials.slice(0, 40).map(({ score }) => score)));
  });

  test('takes the smaller value at a tie, and a score that is not a number for the worst', () => {
    const { best, trials } = randomSearch({ axes: { lr }, stages, seed: 4, objective: () => 1 });
    expect(best.values.lr).toBe(Math.min(...trials.map(({ values }) => values.lr)));
    const above = randomSearch({ axes: { lr }, stages, seed: 4, objective: ({ lr }) => (lr < 1 ? NaN : lr) });
    expect(above.best.values.lr).toBeGreaterThanOrEqual(1);
    expect(above.trials.some(({ score }) => score === Infinity)).toBe(true);
  });

  test('tries the rounded values', () => {
    const tried: number[] = [];
    const objective = ({ lr }: { lr: number }): number => tried.push(lr);
    randomSearch({ axes: { lr: { ...lr, digits: 2 } }, stages, seed: 1, objective });
    expect(tried.every((value) => value === Number(value.toPrecision(2)))).toBe(true);
  });

  test('refuses an empty budget', () => {
    expect(() => randomSearch({ axes: { lr }, stages: [], seed: 1, objective: () => 0 })).toThrow(RangeError);
  });
});

describe('a grid', () => {
  test('has the middles of its cells, on the scale of each axis', () => {
    const found = grid({ lr }, 7).map((values) => Math.log10(values.lr));
    [-5.5, -4.5, -3.5, -2.5, -1.5, -0.5, 0.5].forEach((place, i) => expect(found[i]).toBeCloseTo(place, 12));
    expect(found).toHaveLength(7);
    expect(grid({ lr, mu }, 5).map(({ mu: value }) => value)).toEqual(
      [0.9, 0.9, 0.999, 0.999].map((value) => expect.closeTo(value, 12) as number),
    );
  });
});
