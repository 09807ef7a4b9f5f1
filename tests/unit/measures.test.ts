import { describe, expect, test } from 'vitest';
import {
  distances,
  effectiveRates,
  gradientNorms,
  measured,
  stepLengths,
  summaryOf,
  updateRatios,
} from '../../src/engine/measures.ts';
import type { Run } from '../../src/engine/run.ts';
import { initialScene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';

const runOf = (columns: Record<string, number[]>, rest: Partial<Run> = {}): Run => {
  const steps = (columns['x']?.length ?? 1) - 1;
  const arrays = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]));
  return { id: 'own', status: 'budget', at: steps, steps, evaluations: 1, minimum: -1, ...rest, columns: arrays };
};

/** Three points on a 3-4-5 triangle's sides: steps of length 5 and 13, from (3, 4) at distance 5 of the origin. */
const run = runOf({
  x: [3, 0, 5],
  y: [4, 0, 12],
  loss: [10, 4, 7],
  gx: [6, 0, 0.5],
  gy: [8, 0, 1.2],
});

describe('what is read off a run', () => {
  test('is the distance to the nearest minimum, at each step anew', () => {
    expect([
      ...distances(run, [
        { x: 0, y: 0 },
        { x: 5, y: 11 },
      ]),
    ]).toEqual([5, 0, 1]);
    expect([...distances(run, [])]).toEqual([NaN, NaN, NaN]);
  });

  test('is the norm of the gradient', () => {
    expect([...gradientNorms(run)]).toEqual([10, 0, 1.3]);
  });

  test('is the length of each step', () => {
    expect([...stepLengths(run)]).toEqual([NaN, 5, 13]);
  });

  test('is the rate with which plain gradient descent would have gone as far', () => {
    expect([...effectiveRates(run)]).toEqual([NaN, 0.5, Infinity]);
  });

  test('is the update beside the parameters', () => {
    expect([...updateRatios(run)]).toEqual([NaN, 1, Infinity]);
    expect(updateRatios(runOf({ x: [30, 33], y: [40, 44] }))[1]).toBeCloseTo(0.1, 15);
  });

  test('stays finite where squares overflow, and above 0 where they vanish', () => {
    const far = runOf({ x: [3e200, 0], y: [4e200, 0] });
    expect((stepLengths(far)[1] as number) / 5e200).toBeCloseTo(1, 12);
    const near = runOf({ x: [3e-200, 0], y: [4e-200, 0] });
    expect((stepLengths(near)[1] as number) / 5e-200).toBeCloseTo(1, 12);
  });

  test('has a row for every row of the run', () => {
    for (const measure of ['loss', 'distance', 'gradient', 'rate', 'ratio'] as const)
      expect(measured(measure, run, [{ x: 0, y: 0 }])).toHaveLength(3);
    expect([...measured('loss', run, [])]).toEqual([10, 4, 7]);
  });
});

describe('a run in a few numbers', () => {
  test('has the length of its path, its longest step, and how far its loss rose above the lowest', () => {
    expect(summaryOf(run)).toEqual({
      steps: undefined,
      evaluations: undefined,
      finalLoss: 7,
      pathLength: 18,
      largestStep: { length: 13, step: 2 },
      overshoot: 3,
    });
  });

  test('takes the longest step, however little longer, and the first of equals', () => {
    const still = [0, 0, 0, 0];
    const longest = (x: number[]) => summaryOf(runOf({ x, y: still, loss: still })).largestStep;
    expect(longest([0, 4, 9, 8])).toEqual({ length: 5, step: 2 });
    expect(longest([0, 5, 9, 4])).toEqual({ length: 5, step: 1 });
  });

  test('takes the largest rise, not the last', () => {
    const loss = [9, 2, 6, 1, 3];
    const still = loss.map(() => 1);
    expect(summaryOf(runOf({ x: still, y: still, loss })).overshoot).toBe(4);
    expect(summaryOf(runOf({ x: still, y: still, loss: [5, 4, 3, 2, 1] })).overshoot).toBe(0);
  });

  test('counts steps and gradients until it settled, where it did', () => {
    const settled = runOf(
      { x: [3, 0, 0], y: [4, 0, 0], loss: [5, 0, 0] },
      { status: 'converged', at: 1, evaluations: 2 },
    );
    expect(summaryOf(settled)).toMatchObject({ steps: 1, evaluations: 2 });
    expect(summaryOf({ ...settled, status: 'diverged' })).toMatchObject({ steps: undefined, evaluations: undefined });
  });

  test('of a run without a step has no length', () => {
    const start = runOf({ x: [1], y: [2], loss: [3] });
    expect(summaryOf(start)).toMatchObject({ pathLength: 0, largestStep: { length: 0, step: 0 }, overshoot: 0 });
  });
});

test('the effective rate of SGD is its learning rate', () => {
  const [sgd] = simulations().of(initialScene('rosenbrock')).runs;
  expect(sgd?.id).toBe('sgd');
  const rates = effectiveRates(sgd as Run);
  const lr = sgd?.columns['lr'] as Float64Array;
  for (let step = 1; step <= 20; step += 1)
    expect((rates[step] as number) / (lr[step - 1] as number)).toBeCloseTo(1, 9);
});
