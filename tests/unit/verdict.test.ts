import { expect, test } from 'vitest';
import { divergedBeyond, verdict } from '../../src/engine/status.ts';

/** Centre (0, 4), diagonal √20: a run is far beyond 44.7 of the centre. */
const judged = { steps: 2, domain: [-1, 1, 2, 6], minima: [] } as const;

/** How a run ends whose three rows have these y; `finite` is the last that is. */
const of = (y: readonly number[], finite = 2, x: readonly number[] = [0, 0, 0]) => {
  const columns = { x, y, gx: [1, 1, 1], gy: [1, 1, 1] };
  const typed = Object.fromEntries(Object.entries(columns).map(([name, all]) => [name, Float64Array.from(all)]));
  return verdict(typed, finite, judged);
};

test.each([
  [4 + 0.99, 'budget', 2],
  [4 - 0.99, 'budget', 2],
  [4 + 1.01, 'diverged', 1],
  [4 - 1.01, 'diverged', 1],
])('a run that stays %d of the way has the status %s', (place, status, at) => {
  const y = 4 + (place - 4) * divergedBeyond * Math.sqrt(20);
  expect(of([4, y, y])).toMatchObject({ status, at });
});

test('one that comes back has not diverged', () => {
  expect(of([4, 400, 4])).toMatchObject({ status: 'budget', at: 2 });
});

test('an overflow far off the map is a divergence, whichever row tells how far; on the map it is a place without a loss', () => {
  expect(of([4, 400, NaN], 1)).toMatchObject({ status: 'diverged', at: 2, culprit: 'y' });
  expect(of([4, 4, Infinity], 1)).toMatchObject({ status: 'diverged', at: 2, culprit: 'y' });
  expect(of([4, 5, NaN], 1)).toMatchObject({ status: 'undefined', at: 2, culprit: 'y' });
  expect(of([NaN, 4, 4], -1)).toMatchObject({ status: 'undefined', at: 0, culprit: 'y' });
});
