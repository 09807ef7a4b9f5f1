import { describe, expect, it } from 'vitest';
import { chosenMaps, usualAxis } from '../../src/state/maps/chosen.ts';
import { initialScene } from '../../src/state/initial.ts';
import type { Runner, Scene } from '../../src/state/scene.ts';
import { placeOn, type SweepAxis, valueOn } from '../../src/sweep/axis.ts';
import { withAxes } from '../../src/ui/maps/recipes.ts';
import { isWhole, withWhole, zoomedAxis } from '../../src/ui/maps/zoom.ts';

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

describe('back to the whole map', () => {
  const runner = { id: 'adam', lr: 0.02 } as Runner;
  const of = (maps: Scene['maps']): Scene => ({ ...initialScene('rosenbrock'), ...(maps && { maps }) });
  const chosen = (x: SweepAxis, y: SweepAxis): Scene => withAxes([x, y])(of({ kind: 'hyper', optimizer: 'adam' }));
  const part = (name: string, from: number, to: number, scale: SweepAxis['scale']): SweepAxis => ({ name, from, to, scale }); // prettier-ignore

  it('keeps the two settings that were chosen, and their scales where these have room for the whole', () => {
    const zoomed = chosen(part('beta2', 0.95, 0.96, 'linear'), part('surface.b', 90, 95, 'log'));
    expect(isWhole(zoomed)).toBe(false);
    const whole = withWhole(zoomed);
    expect(chosenMaps(whole).axes).toEqual([
      { ...usualAxis(whole, runner, 'beta2'), scale: 'linear' },
      usualAxis(whole, runner, 'surface.b'),
    ]);
    expect(isWhole(whole)).toBe(true);
    // On a logarithm there is no 0, where the whole axis begins.
    const logarithmic = withWhole(chosen(part('beta2', 0.95, 0.96, 'log'), part('eps', 1e-9, 1e-8, 'log')));
    expect(chosenMaps(logarithmic).axes).toEqual(['beta2', 'eps'].map((name) => usualAxis(logarithmic, runner, name)));
  });

  it('writes nothing where that is what nobody chose, and leaves the other kind of map as it is', () => {
    const zoomed = chosen(part('lr', 0.01, 0.02, 'log'), part('beta1', 0.5, 0.9, 'decay'));
    expect(withWhole(zoomed).maps).toEqual({ kind: 'hyper', optimizer: 'adam' });
    const area: [number, number, number, number] = [0, 1, 0, 1];
    expect(withWhole({ ...zoomed, maps: { ...zoomed.maps, kind: 'basins', area } }).maps).toEqual({
      ...zoomed.maps,
      kind: 'basins',
    });
    expect([of(undefined), of({ area }), zoomed].map(isWhole)).toEqual([true, false, false]);
  });
});
