import { describe, expect, it } from 'vitest';
import { raceAxes } from '../../src/state/race/plan.ts';
import type { RaceEntry } from '../../src/state/race/race.ts';
import type { RaceTrial } from '../../src/state/race/score.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { dotAt, dotsOf, lossAxis, rateAxis, trialAfter, type TrialOf } from '../../src/ui/race/dots.ts';

const trial = (place: number, lr: number, loss: number): RaceTrial => ({
  ...{ place, stage: 0, loss, settled: 0, values: { lr } },
  score: Number.isFinite(loss) ? Math.log10(loss) : Infinity,
});

const scene = initialScene('himmelblau');
const entries: RaceEntry[] = [
  { id: 'sgd', trials: [trial(0, 0.1, 1), trial(1, 0.001, 1e-3), trial(2, 0.01, 1e-6)] },
  { id: 'momentum', trials: [] },
  { id: 'adam', trials: [trial(0, 1, Infinity), trial(1, 1e-5, 10)] },
];
const box = { left: 60, top: 30, width: 500, height: 300 };

describe('the dots of a race', () => {
  const axes = [rateAxis(scene, entries), lossAxis(scene, entries)] as const;
  const dots = dotsOf(scene, entries, axes, box);

  it('stand where rate and loss are, and those that diverged in a row of their own', () => {
    expect(dots).toHaveLength(5);
    const [first, low, , lost] = dots as [(typeof dots)[0], (typeof dots)[0], (typeof dots)[0], (typeof dots)[0]];
    expect(first.x).toBeGreaterThan(low.x);
    expect(first.y).toBeLessThan(low.y);
    expect(lost.y).toBeLessThan(box.top);
  });

  it('lie on the axis that the race itself tries rates on, of typed rules too', () => {
    const { min, max } = raceAxes(scene, scene.optimizers[0] as Scene['optimizers'][0])['lr'] ?? { min: 0, max: 0 };
    expect(axes[0]).toMatchObject({ from: min, to: max, scale: 'log' });
    const mine = { id: 'mine', lr: 0.1, variant: 'default', rule: 'x = x - lr*g', state: [] };
    const typed: Scene = { ...scene, optimizers: [...scene.optimizers, mine] };
    const range = raceAxes(typed, mine)['lr'] ?? { min: NaN, max: NaN };
    const own = [{ id: 'mine', trials: [trial(0, range.min, 1), trial(1, range.max, 1)] }];
    const places = dotsOf(typed, own, [rateAxis(typed, own), lossAxis(typed, own)], box).map(({ x }) => x);
    expect(places).toEqual([box.left, box.left + box.width]);
    expect(rateAxis(typed, own)).toMatchObject({ from: range.min, to: range.max });
  });

  it('are pointed at within reach, the nearest of them', () => {
    const { x, y } = dots[2] as (typeof dots)[0];
    expect(dotAt(dots, x + 3, y - 3)).toBe(dots[2]);
    expect(dotAt(dots, x + 30, y)).toBeUndefined();
    const twin = { ...(dots[2] as (typeof dots)[0]) };
    expect(dotAt([...dots, twin], x, y)).toBe(twin);
  });
});

describe('keys in a race', () => {
  const after = (from: TrialOf | undefined, key: string) => trialAfter(entries, from, key);

  it('begin with a best trial, and go to that of another optimizer', () => {
    expect(after(undefined, 'ArrowRight')).toEqual({ id: 'sgd', place: 2 });
    expect(after({ id: 'sgd', place: 0 }, 'ArrowDown')).toEqual({ id: 'adam', place: 1 });
    expect(after({ id: 'adam', place: 0 }, 'ArrowUp')).toEqual({ id: 'sgd', place: 2 });
    expect(after({ id: 'adam', place: 0 }, 'Home')).toEqual({ id: 'adam', place: 1 });
  });

  it('go by learning rate through the trials of one, to its ends', () => {
    expect(after({ id: 'sgd', place: 2 }, 'ArrowLeft')).toEqual({ id: 'sgd', place: 1 });
    expect(after({ id: 'sgd', place: 1 }, 'ArrowLeft')).toEqual({ id: 'sgd', place: 1 });
    expect(after({ id: 'sgd', place: 2 }, 'ArrowRight')).toEqual({ id: 'sgd', place: 0 });
  });

  it('leave other keys alone, and all where nothing has been tried', () => {
    expect(after(undefined, 'Enter')).toBeUndefined();
    expect(trialAfter([], undefined, 'ArrowRight')).toBeUndefined();
  });
});
