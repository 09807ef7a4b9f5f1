import { describe, expect, it } from 'vitest';
import type { SweepAxis } from '../../src/sweep/axis.ts';
import { leftOf, ticksOf } from '../../src/ui/maps/frame.ts';

const em = 10;
const widthOf = (text: string): number => text.length * 0.64 * em;
const axis = (name: string, from: number, to: number, scale: SweepAxis['scale'] = 'linear'): SweepAxis => ({ name, from, to, scale }); // prettier-ignore
/** Between a number and the map there is its tick. */
const tick = 0.5 * em;

describe('the room beside a map', () => {
  it.each([
    axis('eps', 1e-10, 1e-5, 'log'),
    axis('start.y', -1234.5, 1234.5),
    axis('beta2', 0, 0.9999, 'decay'),
    axis('surface.condition', 1, 100, 'log'),
  ])('$name from $from to $to: no number of the upward axis is cut', (up) => {
    for (const count of [2, 3, 6])
      for (const { label } of ticksOf(up, count)) expect(widthOf(label) + tick).toBeLessThan(leftOf(up, em, widthOf));
  });

  it('is no larger than the numbers need', () => {
    expect(leftOf(axis('start.y', -1, 3), em, widthOf)).toBeLessThan(2 * em);
  });

  it('holds a name that is too long for it along the axis, beside the numbers', () => {
    const left = leftOf(axis('surface.b', 10, 30), em, widthOf);
    expect(left).toBeGreaterThan(em + widthOf('30') + tick);
    expect(left).toBeLessThan(widthOf('surface.b'));
  });
});
