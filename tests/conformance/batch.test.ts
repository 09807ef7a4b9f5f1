import { describe, expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { huberError, meanOver } from '../../surfaces/huber.ts';
import type { Samples } from '../../surfaces/surface.ts';
import { allBatches, batchAt, batchesOf, epochSteps } from '../../src/engine/batch.ts';
import { stepLoop } from '../../src/engine/compile.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { inspectStep } from '../../src/engine/inspect.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { interpretLoop } from '../../src/formula/loop.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { suggestedRate } from '../../src/state/initial.ts';

type Values = Readonly<Record<string, number>>;

const initials = (quantities: Readonly<Record<string, { readonly initial: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(quantities).map(([name, { initial }]) => [name, initial]));

/** A loss over rows, and a place to start from. */
interface Data {
  readonly title: string;
  readonly formula: string;
  readonly values: Values;
  readonly samples: Samples;
  readonly start: readonly [number, number];
  readonly lr: (rule: (typeof rules)[number]['id']) => number;
}

const shipped: Data[] = surfaces.flatMap(
  ({ id, formula, samples, starts }) =>
  samples === undefined
    ? []
    : [{ title: id, formula, values: {}, samples, start: starts[0] as [number, number], lr: (rule) => suggestedRate(id, rule) }], // prettier-ignore
);

const rows = Array.from({ length: 11 }, (_, i): [number, number] => [
  Math.sin(3 * i),
  2 * Math.sin(3 * i) + Math.cos(5 * i) + (i === 7 ? 9 : 0),
]);
const huber: Data = {
  title: 'Huber',
  formula: meanOver(rows, huberError),
  values: { delta: 0.8 },
  samples: { rows, formula: huberError },
  start: [-2, 3],
  lr: () => 0.05,
};
const all = [...shipped, huber];

const settingsFor = (
  { formula, values, samples, start, lr }: Data,
  rule: (typeof rules)[number],
  size: number | undefined,
  more: Partial<Settings> & { variant?: string } = {},
): Settings => {
  const { lr: _, mu = 0, ...hyper } = initials(rule.hyper) as { lr: number; mu?: number } & Record<string, number>;
  const batch = size === undefined ? {} : { batch: batchesOf(samples, size) };
  const { variant = 'default', ...rest } = more;
  return {
    loss: { formula, params: Object.keys(values), values, ...batch },
    rule: {
      formula: rule.variants[variant]?.formula ?? rule.formula,
      state: rule.state,
      hyper: Object.keys(hyper),
      values: hyper,
    },
    lr: lr(rule.id),
    mu,
    schedule: { formula: 'lr*exp(-rate*s)', values: { rate: 0.01 } },
    muSchedule: { formula: 'mu', values: {} },
    start,
    steps: 60,
    seed: 7,
    noise: 0,
    domain: [-10, 10, -10, 10],
    minima: undefined,
    ...rest,
  };
};

const interpreted: typeof import('../../src/engine/compile.ts').compile = (loss, rule, noisy) => {
  const step = stepLoop(loss, rule, noisy);
  return { ...step, kernel: interpretLoop(step.loop), held: new Map() };
};

const cases = all.flatMap((data) =>
  rules.flatMap((rule) =>
    ['default', ...Object.keys(rule.variants)].map(
      (variant) => [`${data.title} × ${rule.id} × ${variant}`, data, rule, variant] as const,
    ),
  ),
);

const sgd = rules.find(({ id }) => id === 'sgd') as (typeof rules)[number];
const expectNear = (actual: number, expected: number, scale: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), scale));

describe('the interpreter equals WebAssembly to the bit, in batches', () => {
  test.each(cases)('%s', (_, data, rule, variant) => {
    for (const [size, noise] of [
      [1, 0],
      [4, 0.1],
      [32, 0],
    ] as const) {
      // prettier-ignore
      const settings = settingsFor(data, rule, size, { variant, noise });
      const run = simulate(rule.id, settings);
      expect(run).toEqual(simulate(rule.id, settings, interpreted));
      expect(run.steps).toBeGreaterThan(0);
      expect(run.evaluations).toBe(simulate(rule.id, settingsFor(data, rule, undefined, { variant })).evaluations);
    }
  });
});

describe('a batch’s gradient', () => {
  test.each(all.map((data) => [data.title, data] as const))(
    '%s: of all rows it is the full one, to rounding',
    (_, data) => {
      const [full, batched] = [undefined, data.samples.rows.length].map((size) => {
        return simulate('sgd', settingsFor(data, sgd, size, { steps: 40 }));
      });
      for (const name of ['x', 'y', 'loss'] as const)
        full?.columns[name]?.forEach((value, s) => expectNear(batched?.columns[name]?.[s] ?? NaN, value, 1e3));
    },
  );

  test.each(all.flatMap((data) => [1, 2, 3, 4, 5].map((size) => [`${data.title}, ${size}`, data, size] as const)))(
    '%s: over an epoch its mean is the full one, and it is that of its rows',
    (_, data, size) => {
      const batches = batchesOf(data.samples, size);
      const steps = epochSteps(batches);
      // A rate of 0 stays at the start, where all batches are seen.
      const settings = settingsFor(data, sgd, size, { steps, lr: 0 });
      const run = simulate('sgd', settings);
      const each = Array.from({ length: steps }, (__, s) => inspectStep(settings, run, s + 1));
      const [x, y] = data.start;
      const exact = fieldOf(data.formula, Object.keys(data.values)).at(data.values, x, y);
      const sums = { x: 0, y: 0 };
      for (const { gradients, batch = [] } of each) {
        const [{ given, exact: whole }] = gradients as [(typeof gradients)[number]];
        expect(whole).toEqual({ x: exact.gx, y: exact.gy });
        const ofRows = batch.map((row) => {
          const only = [data.samples.rows[row] as [number, number]];
          return fieldOf(meanOver(only, data.samples.formula), Object.keys(data.values)).at(data.values, x, y);
        });
        const scale = Math.max(...ofRows.map(({ gx }) => Math.abs(gx)));
        expectNear(given.x, ofRows.reduce((sum, { gx }) => sum + gx, 0) / batch.length, scale);
        expectNear(given.y, ofRows.reduce((sum, { gy }) => sum + gy, 0) / batch.length, scale);
        sums.x += given.x * batch.length;
        sums.y += given.y * batch.length;
      }
      const { length } = data.samples.rows;
      expectNear(sums.x / length, exact.gx, 10 * Math.abs(exact.gx));
      expectNear(sums.y / length, exact.gy, 10 * Math.abs(exact.gx));
    },
  );

  test('is what the rule gets, also where it asks for one, while the run records the full one', () => {
    for (const data of all)
      for (const rule of rules)
        for (const variant of ['default', ...Object.keys(rule.variants)]) {
          const settings = settingsFor(data, rule, 3, { variant, noise: 0.2 });
          const run = simulate(rule.id, settings);
          for (const n of [1, 2, 4, 17, 60]) {
            const { gradients, after, statements, noise, batch } = inspectStep(settings, run, n);
            expect(batch).toEqual(batchAt(7, batchesOf(data.samples, 3), n));
            for (const { point, exact, given } of gradients) {
              const field = fieldOf(data.formula, Object.keys(data.values));
              const { gx, gy } = field.at(data.values, point.x, point.y);
              expect(exact).toEqual({ x: gx, y: gy });
              expect(given).not.toEqual({ x: gx + (noise?.x ?? NaN), y: gy + (noise?.y ?? NaN) });
            }
            const x = statements.findLast(({ statement }) => statement.name === 'x')?.value;
            expect([x?.x, x?.y]).toEqual([run.columns['x']?.[n], run.columns['y']?.[n]]);
            for (const name of ['loss', 'gx', 'gy']) expect(after[name]).toBe(run.columns[name]?.[n]);
          }
        }
  });
});

describe('the draw', () => {
  const batches = batchesOf(huber.samples, 4);

  test('takes every row once an epoch, the last batch smaller, and shuffles anew', () => {
    const drawn = allBatches(3, batches, 60);
    expect(drawn.slice(0, 6).map(({ length }) => length)).toEqual([4, 4, 3, 4, 4, 3]);
    const epochs = Array.from({ length: 20 }, (_, i) => drawn.slice(3 * i, 3 * i + 3).flat());
    for (const epoch of epochs) expect(epoch.toSorted((a, b) => a - b)).toEqual(rows.map((_, i) => i));
    expect(new Set(epochs.map(String)).size).toBe(20);
  });

  test('is the seed’s: the same again, for a longer run and for every optimizer; another with another seed', () => {
    const drawn = allBatches(3, batches, 30);
    expect(allBatches(4, batches, 30)).not.toEqual(drawn);
    expect(allBatches(3, batches, 300).slice(0, 30)).toEqual(drawn);
    for (const rule of rules) {
      const settings = settingsFor(huber, rule, 4, { seed: 3, steps: 29 });
      const run = simulate(rule.id, settings);
      const seen = Array.from({ length: 30 }, (_, i) => inspectStep(settings, run, i + 1).batch);
      expect(seen).toEqual(drawn);
    }
  });

  test('has a stream of its own: Gaussian noise is the same with and without', () => {
    const [plain, batched] = [undefined, 4].map((size) =>
      simulate('sgd', settingsFor(huber, sgd, size, { noise: 0.3 })),
    );
    expect(batched?.columns['nx']).toEqual(plain?.columns['nx']);
    expect(batched?.columns['x']).not.toEqual(plain?.columns['x']);
  });

  test('is fair: over many seeds every row comes first as often as any other', () => {
    const counts = rows.map(() => 0);
    const seeds = 5500;
    for (let seed = 0; seed < seeds; seed += 1) {
      const row = batchAt(seed, batches, 1)[0] as number;
      counts[row] = (counts[row] as number) + 1;
    }
    const expected = seeds / rows.length;
    const spread = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // χ² with 10 degrees of freedom: beyond 35.6 once in ten thousand times.
    expect(spread).toBeLessThan(35.6);
  });
});
