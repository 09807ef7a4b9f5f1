import { describe, expect, it } from 'vitest';
import { placeOn, type SweepAxis, valueOn } from '../../src/sweep/axis.ts';
import { zoomedAxis } from '../../src/ui/maps/zoom.ts';

const axes: readonly SweepAxis[] = [
  { name: 'start.x', from: -2, to: 2, scale: 'linear' },
  { name: 'lr', from: 1e-4, to: 1, scale: 'log' },
  { name: 'mu', from: 0, to: 0.999, scale: 'decay' },
];

describe('zooming in steps', () => {
  it.each(axes)('shows half of $name about a place that stays where it is, and comes back', (axis) => {
    const nearer = zoomedAxis(axis, 0.3, 0.5, axis);
    expect(placeOn(nearer, valueOn(axis, 0.3))).toBeCloseTo(0.3, 9);
    expect(placeOn(axis, nearer.to) - placeOn(axis, nearer.from)).toBeCloseTo(0.5, 9);
    const back = zoomedAxis(nearer, 0.3, 2, axis);
    expect(back).toEqual(axis);
  });

  it('goes no farther out than the whole, or than where it began', () => {
    const [axis] = axes as [SweepAxis];
    expect(zoomedAxis({ ...axis, from: -2, to: 0 }, 0, 2, axis)).toEqual({ ...axis, from: -2, to: 2 });
    expect(zoomedAxis({ ...axis, from: 0.5, to: 2 }, 0.5, 2, axis)).toEqual({ ...axis, from: -0.25, to: 2 });
    expect(zoomedAxis({ ...axis, from: -9, to: 9 }, 0.5, 2, axis)).toEqual({ ...axis, from: -9, to: 9 });
  });

  it('stops where no number lies between the ends', () => {
    let [axis] = axes as [SweepAxis];
    for (let i = 0; i < 100; i += 1) axis = zoomedAxis(axis, 0.7, 0.5, axis);
    expect(axis.from).toBeLessThan(axis.to);
  });
});
