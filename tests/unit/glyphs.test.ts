import { expect, it } from 'vitest';
import { glyphPath, outlines } from '../../src/scene/geometry/glyphs.ts';

type Corner = [x: number, y: number];

const cornersOf = (path: string): Corner[] =>
  path
    .slice(1, -1)
    .split('L')
    .map((corner) => corner.split(' ').map(Number) as Corner);

/** Area inside a closed path of straight lines. */
const area = (path: string): number => {
  const corners = cornersOf(path);
  const sum = corners.reduce((total, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as Corner;
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
};

const kinds = Object.keys(outlines) as (keyof typeof outlines)[];

it.each(kinds)('a %s has the corners of its outline, all apart, and is about as large as the circle', (kind) => {
  const path = glyphPath(kind, 10);
  const corners = cornersOf(path);
  expect(corners).toHaveLength(outlines[kind].length);
  corners.forEach(([x, y], i) => {
    expect(x).toBeCloseTo(10 * (outlines[kind][i]?.[0] ?? NaN), 2);
    expect(y).toBeCloseTo(10 * (outlines[kind][i]?.[1] ?? NaN), 2);
  });
  expect(new Set(corners.map(String)).size).toBe(corners.length);
  expect(area(path) / (Math.PI * 100)).toBeGreaterThan(0.4);
  expect(area(path) / (Math.PI * 100)).toBeLessThan(1.1);
});

it('no two are the same', () => {
  expect(new Set(kinds.map((kind) => glyphPath(kind, 10))).size).toBe(kinds.length);
});

it('scales with its radius', () => {
  expect(area(glyphPath('hexagon', 20))).toBeCloseTo(4 * area(glyphPath('hexagon', 10)), 0);
  expect(glyphPath('circle', 3)).toBe('M-3 0A3 3 0 1 1 3 0A3 3 0 1 1 -3 0Z');
});
