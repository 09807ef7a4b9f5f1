import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import { colourRamp, heightColour, viridis } from '../../src/scene/geometry/colours.ts';
import { heightBetween, heightIn, heightOf, margin } from '../../src/scene/geometry/height.ts';
import { initialScene } from '../../src/state/initial.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { surfaces } from '../../surfaces/catalog.ts';

const square = [-1, 1, -1, 1] as const;
const over = (formula: string, kind: 'linear' | 'log', domain: readonly [number, number, number, number] = square) =>
  heightOf(fieldOf(formula, []), {}, domain, kind);

describe('height', () => {
  test('is 0 at the lowest and 1 at the highest point', () => {
    for (const kind of ['linear', 'log'] as const) {
      const height = heightBetween(kind, 2, 12, 500);
      expect(height.unit(2)).toBe(0);
      expect(height.unit(12)).toBeCloseTo(1, 14);
    }
    expect(heightBetween('linear', 2, 12, 0).unit(7)).toBeCloseTo(0.5, 14);
    expect(heightBetween('log', 0, 1, 99).unit(0.09 / 0.99)).toBeCloseTo(0.5, 12);
  });

  test('grows with the loss, and never beyond its margin', () => {
    for (const kind of ['linear', 'log'] as const) {
      const height = heightBetween(kind, 0, 1, 300);
      const values = [-Infinity, -1e9, -0.1, -1e-6, 0, 1e-6, 0.5, 1, 1.01, 1.5].map((loss) => height.unit(loss));
      for (let i = 1; i < values.length; i += 1) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1] as number);
      expect(height.unit(-Infinity)).toBe(-margin);
      expect(height.unit(Infinity)).toBe(1 + margin);
      expect(height.unit(NaN)).toBeNaN();
    }
  });

  test('starts at a minimum that lies between the samples', () => {
    const height = over('(x - 0.7373)^2 + (y + 0.3111)^2 - 5', 'linear');
    expect(height.lo).toBeCloseTo(-5, 8);
    expect(height.hi).toBeCloseTo(1.7373 ** 2 + 1.3111 ** 2 - 5, 12);
  });

  test('takes a stated minimum that no sample and no search finds', () => {
    const field = fieldOf('x^2 + y^2 - exp(-40000*((x - 0.513)^2 + (y - 0.481)^2))', []);
    const without = heightOf(field, {}, square, 'linear');
    const height = heightOf(field, {}, square, 'linear', [{ x: 0.513, y: 0.481 }]);
    expect(without.lo).toBeGreaterThan(-0.01);
    expect(height.lo).toBeCloseTo(0.513 ** 2 + 0.481 ** 2 - 1, 10);
  });

  test('does without samples that are not numbers', () => {
    const height = over('log(x) + y', 'linear');
    expect(Number.isFinite(height.lo) && Number.isFinite(height.hi)).toBe(true);
    expect(height.hi).toBeCloseTo(1, 12);
    const none = over('log(-1 - x^2) + y', 'linear');
    expect([none.lo, none.hi]).toEqual([0, 1]);
    expect([height.isEmpty, none.isEmpty, over('exp(1000 + x^2)', 'log').isEmpty]).toEqual([false, true, true]);
    // Where nothing is finite, infinity is no height either.
    for (const loss of [0, Infinity, -Infinity]) expect(none.unit(loss)).toBeNaN();
    expect(height.unit(Infinity)).toBeGreaterThan(1);
  });

  test('a pole does not flatten the rest', () => {
    const height = over('x^2 + y^2 + 1e-9/((x - 0.5)^2 + (y - 0.5)^2 + 1e-14)', 'linear');
    expect(height.hi).toBeLessThan(10);
    expect(height.unit(1)).toBeGreaterThan(0.2);
    const pit = over('log((x - 0.25)^2 + y^2)', 'linear');
    expect(pit.unit(-1)).toBeGreaterThan(0.3);
  });

  test('a flat surface has a range', () => {
    const height = over('3 + 0*x', 'linear');
    expect(height.hi).toBeGreaterThan(height.lo);
    expect(height.unit(3)).toBe(0);
  });

  test.each(surfaces.map(({ id }) => id))('%s stays in its box', (id) => {
    const surface = surfaceIn(initialScene(id));
    const height = heightIn(surface);
    const field = fieldOf(surface.formula, Object.keys(surface.params));
    const [x0, x1, y0, y1] = surface.domain;
    for (let i = 0; i <= 40; i += 1)
      for (let j = 0; j <= 40; j += 1) {
        const u = height.unit(field.at(surface.values, x0 + ((x1 - x0) * i) / 40, y0 + ((y1 - y0) * j) / 40).loss);
        expect(u).toBeGreaterThanOrEqual(0);
        expect(u).toBeLessThanOrEqual(1 + margin);
      }
  });
});

describe('colours', () => {
  test('viridis has its published ends', () => {
    expect(viridis(0).map((value) => Math.round(value * 255))).toEqual([68, 1, 84]);
    expect(viridis(1).map((value) => Math.round(value * 255))).toEqual([253, 231, 37]);
  });

  const lightness = ([r, g, b]: readonly number[]): number =>
    0.2126 * (r as number) ** 2.2 + 0.7152 * (g as number) ** 2.2 + 0.0722 * (b as number) ** 2.2;

  test.each(['dark', 'light'] as const)('in the %s theme higher is lighter', (theme) => {
    for (let i = 1; i <= 100; i += 1)
      expect(lightness(heightColour(i / 100, theme))).toBeGreaterThan(lightness(heightColour((i - 1) / 100, theme)));
  });

  test('the ramp holds the same colours', () => {
    const ramp = colourRamp('dark', 11);
    const expected = heightColour(0.3, 'dark').map((value) => Math.round(value * 255));
    expect([...ramp.subarray(12, 16)]).toEqual([...expected, 255]);
  });
});
