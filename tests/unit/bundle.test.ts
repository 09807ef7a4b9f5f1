import { describe, expect, it } from 'vitest';
import { type Density, full, side } from '../../src/engine/fan/density.ts';
import { areAlike, type Bundle, paintBundles } from '../../src/scene/geometry/bundle.ts';

/** A bundle with one cell in which some of its ten runs pass. */
const bundle = (runs: number, colour = '#ff0000', strength = 1, left = 3, bottom = 2): Bundle => {
  const density: Density = { left, bottom, width: 1, height: 1, counts: Uint16Array.of(runs * full) };
  return { density, seeds: 10, colour, strength };
};

const painted = (bundles: readonly Bundle[], kind: 'straight' | 'premultiplied' = 'straight'): Uint8ClampedArray => {
  const into = new Uint8ClampedArray(4 * side * side).fill(77);
  paintBundles(bundles, kind, into);
  return into;
};

const cellOf = (picture: Uint8ClampedArray, column = 3, row = 2): number[] => [
  ...picture.subarray(4 * (row * side + column), 4 * (row * side + column) + 4),
];

describe('the picture of bundles', () => {
  it('has a bundle’s colour where its runs pass, the more of them the denser, and nothing elsewhere', () => {
    const opacities = [1, 2, 5, 10].map((runs) => cellOf(painted([bundle(runs)]))[3] as number);
    expect(opacities).toEqual([...opacities].sort((a, b) => a - b));
    expect(opacities[0]).toBeGreaterThan(60);
    expect(opacities[3]).toBeLessThan(255);
    const picture = painted([bundle(5)]);
    expect(cellOf(picture).slice(0, 3)).toEqual([255, 0, 0]);
    expect(picture.filter((value) => value !== 0)).toHaveLength(2);
  });

  it('has colours multiplied by their opacity for a texture', () => {
    const [red, , , alpha] = cellOf(painted([bundle(5)], 'premultiplied'));
    expect(red).toBe(alpha);
  });

  it('is weaker where another one is highlighted', () => {
    const [, , , strong = 0] = cellOf(painted([bundle(5)]));
    const [, , , weak = 0] = cellOf(painted([bundle(5, '#ff0000', 0.2)]));
    expect(Math.abs(weak - 0.2 * strong)).toBeLessThanOrEqual(1);
  });

  it('is the same in any order, and the denser of two decides the colour', () => {
    const [one, other] = [bundle(9), bundle(2, '#0000ff')];
    const bytes = (bundles: readonly Bundle[]): Buffer => Buffer.from(painted(bundles).buffer);
    expect(bytes([one, other]).equals(bytes([other, one]))).toBe(true);
    const [red = 0, , blue = 0, alpha = 0] = cellOf(painted([one, other]));
    expect(red).toBeGreaterThan(4 * blue);
    const [a = 0, b = 0] = [one, other].map((each) => (cellOf(painted([each]))[3] ?? 0) / 255);
    expect(Math.abs(alpha - 255 * (1 - (1 - a) * (1 - b)))).toBeLessThan(2);
  });

  it('is painted again only where something looks different', () => {
    const one = bundle(9);
    expect(areAlike([one], [{ ...one }])).toBe(true);
    expect(areAlike([one], [{ ...one, strength: 0.2 }])).toBe(false);
    expect(areAlike([one], [{ ...one, colour: '#00ff00' }])).toBe(false);
    expect(areAlike([one], [bundle(9)])).toBe(false);
    expect(areAlike([one], [])).toBe(false);
  });
});
