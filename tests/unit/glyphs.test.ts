import { expect, it } from 'vitest';
import type { Glyph } from '../../src/optimizers/rule.ts';
import { glyphPath } from '../../src/scene/geometry/glyphs.ts';

/** Area inside a closed path of straight lines. */
const area = (path: string): number => {
  const corners = path
    .slice(1, -1)
    .split('L')
    .map((corner) => corner.split(' ').map(Number) as [number, number]);
  const sum = corners.reduce((total, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as [number, number];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
};

it.each<[Glyph, number]>([
  ['triangle', 3],
  ['square', 4],
  ['diamond', 4],
  ['pentagon', 5],
  ['hexagon', 6],
  ['star', 10],
  ['cross', 12],
  ['wedge', 3],
  ['spark', 8],
  ['bar', 4],
  ['slab', 4],
  ['hourglass', 6],
  ['chevron', 6],
  ['dome', 19],
  ['drop', 27],
  ['moon', 47],
])('a %s has %i corners and is about as large as the circle', (kind, corners) => {
  const path = glyphPath(kind, 10);
  expect(path.split('L')).toHaveLength(corners);
  expect(area(path) / (Math.PI * 100)).toBeGreaterThan(0.4);
  expect(area(path) / (Math.PI * 100)).toBeLessThan(1.1);
});

it('scales with its radius', () => {
  expect(area(glyphPath('hexagon', 20))).toBeCloseTo(4 * area(glyphPath('hexagon', 10)), 0);
  expect(glyphPath('circle', 3)).toBe('M-3 0A3 3 0 1 1 3 0A3 3 0 1 1 -3 0Z');
});
