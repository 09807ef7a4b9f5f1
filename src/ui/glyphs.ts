import type { Glyph } from '../optimizers/rule.ts';

/** Corners, the turn of the first one in degrees clockwise from the top, and the radius that makes all look equally large. */
const polygons: Readonly<Record<Exclude<Glyph, 'circle' | 'star' | 'cross'>, readonly [number, number, number]>> = {
  triangle: [3, 0, 1.18],
  square: [4, 45, 1.16],
  diamond: [4, 0, 1.16],
  pentagon: [5, 0, 1.06],
  hexagon: [6, 30, 1.03],
};

const short = (value: number): string => String(Number(value.toFixed(3)) + 0);

const corner = (radius: number, degrees: number): string => {
  const angle = (degrees * Math.PI) / 180;
  return `${short(radius * Math.sin(angle))} ${short(-radius * Math.cos(angle))}`;
};

const closed = (corners: readonly string[]): string => `M${corners.join('L')}Z`;

const star = (r: number): string =>
  closed(Array.from({ length: 10 }, (_, i) => corner(i % 2 === 0 ? r * 1.25 : r * 0.55, i * 36)));

const cross = (r: number): string => {
  const [far, near] = [r * 1.05, r * 0.36];
  const points = [
    [-near, -far],
    [near, -far],
    [near, -near],
    [far, -near],
    [far, near],
    [near, near],
    [near, far],
    [-near, far],
    [-near, near],
    [-far, near],
    [-far, -near],
    [-near, -near],
  ];
  return closed(points.map(([x = 0, y = 0]) => `${short(x)} ${short(y)}`));
};

const circle = (r: number): string => `M${short(-r)} 0A${r} ${r} 0 1 1 ${short(r)} 0A${r} ${r} 0 1 1 ${short(-r)} 0Z`;

/** SVG path data of a glyph around (0, 0); `r` is the radius of the circle, and the others are about as large. */
export function glyphPath(kind: Glyph, r: number): string {
  if (kind === 'circle') return circle(r);
  if (kind === 'star') return star(r);
  if (kind === 'cross') return cross(r);
  const [corners, turn, size] = polygons[kind];
  return closed(Array.from({ length: corners }, (_, i) => corner(r * size, turn + (360 * i) / corners)));
}
