import { describe, expect, test } from 'vitest';
import { FormulaError } from '../../src/formula/errors.ts';
import type { Run } from '../../src/engine/run.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';

const bowl: Settings = {
  loss: { formula: 'x^2 + y^2', params: [], values: {} },
  rule: { formula: 'x = x - lr*g', state: [], hyper: [], values: {} },
  lr: 0.25,
  mu: 0,
  schedule: { formula: 'lr', values: {} },
  muSchedule: { formula: 'mu', values: {} },
  start: [1, -2],
  steps: 10,
  seed: 1,
  noise: 0,
  domain: [-2, 2, -2, 2],
  minima: [{ x: 0, y: 0 }],
};

const run = (change: Partial<Settings>): Run => simulate('test', { ...bowl, ...change });
const ruled = (formula: string, state: string[] = [], values: Record<string, number> = {}): Partial<Settings> => ({
  rule: { formula, state, hyper: Object.keys(values), values },
});
const lossOf = (formula: string): Partial<Settings> => ({ loss: { formula, params: [], values: {} } });
const column = (result: Run, name: string): number[] => [...(result.columns[name] as Float64Array)];

test('plain descent on a bowl, by hand: every step halves the distance', () => {
  const result = run({ steps: 3 });
  expect(column(result, 'x')).toEqual([1, 0.5, 0.25, 0.125]);
  expect(column(result, 'y')).toEqual([-2, -1, -0.5, -0.25]);
  expect(column(result, 'loss')).toEqual([5, 1.25, 0.3125, 0.078125]);
  expect(column(result, 'gx')).toEqual([2, 1, 0.5, 0.25]);
  expect(column(result, 'lr')).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(result.steps).toBe(3);
  expect(result.evaluations).toBe(1);
});

test('momentum by hand', () => {
  const result = run({ ...ruled('v = mu*v - lr*g; x = x + v', ['v']), mu: 0.5, steps: 2 });
  expect(column(result, 'v.x')).toEqual([0, -0.5, -0.5]);
  expect(column(result, 'x')).toEqual([1, 0.5, 0]);
  expect(column(result, 'mu')).toEqual([0.5, 0.5, 0.5]);
});

test('a long run is one run, and too long a one is refused', () => {
  const long = run({ steps: 5000, lr: 1e-4 });
  expect(long.columns['x']).toHaveLength(5001);
  let x = 1;
  for (let i = 0; i < 5000; i += 1) x -= 1e-4 * (x + x);
  expect(long.columns['x']?.[5000]).toBe(x);
  expect(run({ steps: 20_000, lr: 0 }).columns['x']).toHaveLength(20_001);
  expect(() => run({ steps: 20_001 })).toThrow(RangeError);
});

test('schedules drive the run: row s is what step s + 1 uses', () => {
  const halved = run({
    schedule: { formula: 'lr*factor^floor(s/every)', values: { factor: 0.5, every: 2 } },
    steps: 4,
  });
  expect(column(halved, 'lr')).toEqual([0.25, 0.25, 0.125, 0.125, 0.0625]);
  expect(column(halved, 'x')).toEqual([1, 0.5, 0.25, 0.1875, 0.140625]);
  const warm = run({ schedule: { formula: 'lr*min(1, (s + 1)/warmup)', values: { warmup: 4 } }, steps: 5 });
  expect(column(warm, 'lr')).toEqual([0.0625, 0.125, 0.1875, 0.25, 0.25, 0.25]);
});

test('beta^t is a running product, and the step counts from 1', () => {
  const result = run({ ...ruled('p = beta^t; q = t; x = x - lr*g', ['p', 'q'], { beta: 0.5 }), steps: 3 });
  expect(column(result, 'p.x')).toEqual([0, 0.5, 0.25, 0.125]);
  expect(column(result, 'q.y')).toEqual([0, 1, 2, 3]);
});

test('grad(…) is the gradient at another point, and is counted', () => {
  const ahead = run({ ...ruled('g = grad(x + mu*v); v = mu*v - lr*g; x = x + v', ['v']), mu: 0.5, steps: 2 });
  expect(column(ahead, 'v.x')).toEqual([0, -0.5, -0.25 - 0.25 * 2 * (0.5 - 0.25)]);
  expect(ahead.evaluations).toBe(1);
  expect(run({ ...ruled('x = x - lr*(g + grad(x - lr*g))/2') }).evaluations).toBe(2);
  expect(column(run({ ...ruled('x = 3 + 0*grad(1)'), steps: 1 }), 'gx')).toEqual([2, 6]);
});

describe('noise', () => {
  const noisy = (change: Partial<Settings>): Run => run({ noise: 0.1, ...change });
  test('is seeded, and the same for every rule at the same step', () => {
    const other = noisy(ruled('v = mu*v - lr*g; x = x + v', ['v']));
    expect(column(noisy({}), 'nx')).toEqual(column(other, 'nx'));
    expect(column(noisy({ seed: 2 }), 'nx')).not.toEqual(column(other, 'nx'));
    expect(column(noisy({ steps: 20 }), 'nx').slice(0, 11)).toEqual(column(other, 'nx'));
  });
  test('is added to what the rule sees, not to what is recorded', () => {
    const { columns } = noisy({ steps: 1 });
    expect(columns['gx']?.[0]).toBe(2);
    expect(columns['x']?.[1]).toBe(1 - 0.25 * (2 + (columns['nx']?.[0] as number)));
  });
  test('has mean 0 and the standard deviation that was asked for', () => {
    const draws = column(noisy({ steps: 20_000, lr: 0 }), 'nx');
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const deviation = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length);
    expect(mean).toBeCloseTo(0, 2);
    expect(deviation).toBeCloseTo(0.1, 2);
  });
});

describe('status', () => {
  test('converged: from the first step after which it stays', () => {
    const result = run({ steps: 50 });
    expect(result).toMatchObject({ status: 'converged', minimum: 0 });
    const distance = (s: number): number =>
      Math.hypot(result.columns['x']?.[s] as number, result.columns['y']?.[s] as number);
    const within = 0.005 * Math.hypot(4, 4);
    expect(distance(result.at)).toBeLessThanOrEqual(within);
    expect(distance(result.at - 1)).toBeGreaterThan(within);
    expect(result.steps).toBe(50);
  });
  test('passing through a minimum is not converging', () => {
    expect(run({ ...ruled('x = x + lr'), lr: 0.5, start: [-1, -1], steps: 3 }).status).toBe('budget');
  });
  test('diverged: left for good, or overflowed, keeping the last finite point', () => {
    const far = run({ lr: 1.5, steps: 20 });
    expect(far).toMatchObject({ status: 'diverged', steps: 20 });
    expect(far.at).toBeGreaterThan(3);
    const overflowed = run({ ...lossOf('x^4 + y^4'), lr: 1e9, steps: 100 });
    expect(overflowed.status).toBe('diverged');
    expect(overflowed.at).toBe(overflowed.steps + 1);
    for (const values of Object.values(overflowed.columns)) {
      expect(values).toHaveLength(overflowed.steps + 1);
      expect(values.every(Number.isFinite)).toBe(true);
    }
    expect(run({ lr: 1e300, ...lossOf('x^4 + y^4') })).toMatchObject({ status: 'diverged', steps: 0 });
  });
  test('undefined: at the start, and on the way', () => {
    expect(run(lossOf('log(x - 5) + y'))).toMatchObject({ status: 'undefined', at: 0, steps: 0, culprit: 'loss' });
    expect(run({ ...lossOf('sqrt(x^2 + y^2)'), start: [0, 0] })).toMatchObject({
      status: 'undefined',
      at: 0,
      culprit: 'gx',
    });
    expect(run({ ...lossOf('log(x) + y^2'), lr: 1, start: [1, 0] })).toMatchObject({
      status: 'undefined',
      at: 1,
      culprit: 'loss',
    });
    expect(run(ruled('x = x + g/(t - 1)'))).toMatchObject({ status: 'diverged', at: 1, culprit: 'x' });
    expect(run(ruled('x = x + 0/(t - 1)*g'))).toMatchObject({ status: 'undefined', at: 1, culprit: 'x' });
  });
  test('where the minima are not known, a vanishing gradient is the criterion', () => {
    const { minima: _, ...rest } = bowl;
    const typed: Settings = { ...rest, minima: undefined };
    expect(simulate('test', { ...typed, steps: 100 })).toMatchObject({ status: 'converged', minimum: -1 });
    expect(simulate('test', typed).status).toBe('budget');
  });
});

test.each([
  ['v = x', 'noUpdate'],
  ['x = x - q*g', 'unknownName'],
  ['x = x - grad(grad(x))', 'gradNested'],
  [`x = ${Array(9).fill('grad(x)').join(' + ')}`, 'gradCount'],
])('a rule that cannot work says why: %s', (formula, code) => {
  const attempt = (): Run => run(ruled(formula));
  expect(attempt).toThrow(FormulaError);
  expect(attempt).toThrow(expect.objectContaining({ code }));
});

test('hundreds of losses and rules compile in one page', () => {
  for (let i = 1; i <= 300; i += 1) {
    const { columns } = run({ ...lossOf(`x^2 + y^2 + ${i}*x`), steps: 1 });
    expect(columns['gx']?.[0]).toBe(2 + i);
  }
});
