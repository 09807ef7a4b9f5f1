import { describe, expect, it } from 'vitest';
import type { Run, Status } from '../../src/engine/run.ts';
import { lossText } from '../../src/i18n/numbers.ts';
import { standings } from '../../src/engine/standing.ts';

const run = (id: string, loss: number[], status: Status, at: number): Run => ({
  id,
  status,
  at,
  steps: loss.length - 1,
  evaluations: 1,
  minimum: -1,
  columns: { loss: Float64Array.from(loss) },
});

const runs = [
  run('a', [9, 4, 1, 1], 'converged', 2),
  run('b', [9, 3, 2, 0.5], 'budget', 3),
  run('c', [9, 1e200], 'diverged', 2),
  run('d', [9, 4, 1, 1], 'budget', 3),
];

const at = (step: number) => standings(runs, step).map(({ rank, loss, status }) => [rank, loss, status]);

describe('the leaderboard', () => {
  it('begins with everybody in the first place', () => {
    expect(at(0).map(([rank]) => rank)).toEqual([1, 1, 1, 1]);
  });

  it('ranks by the loss at the step, and those with the same loss alike', () => {
    expect(at(2)).toEqual([
      [1, 1, 'converged'],
      [3, 2, 'running'],
      [4, 1e200, 'diverged'],
      [1, 1, 'running'],
    ]);
  });

  it('tells at the end who has not settled', () => {
    expect(at(3).map(([, , status]) => status)).toEqual(['converged', 'budget', 'diverged', 'budget']);
  });

  it('puts a run that has diverged last however low its last loss is', () => {
    const low = [run('a', [9, 0], 'undefined', 2), run('b', [9, 8, 8], 'budget', 2)];
    expect(standings(low, 2).map(({ rank }) => rank)).toEqual([2, 1]);
  });
});

describe('a loss', () => {
  it.each([
    [0, '0'],
    [2.345, '2.35'],
    [0.0123456, '0.0123'],
    [0.00123, '1.2e−3'],
    [1234.5, '1235'],
    [123456, '1.2e5'],
    [-0.5, '−0.500'],
    [1e-300, '1.0e−300'],
    [Infinity, '—'],
    [NaN, '—'],
  ])('%d is written %s', (value, text) => {
    expect(lossText(value)).toBe(text);
  });
});
