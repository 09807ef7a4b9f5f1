import type { Glyph } from '../../optimizers/rule.ts';

type Corner = readonly [x: number, y: number];

/** The point at a distance from (x, 0), its direction in degrees clockwise from the top. */
const corner = (radius: number, degrees: number, x = 0): Corner => {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.sin(angle), -radius * Math.cos(angle)];
};

const polygon = (corners: number, turn: number, size: number): Corner[] =>
  Array.from({ length: corners }, (_, i) => corner(size, turn + (360 * i) / corners));

const star = (points: number, outer: number, inner: number): Corner[] =>
  Array.from({ length: 2 * points }, (_, i) => corner(i % 2 === 0 ? outer : inner, (180 * i) / points));

/** An arc as corners about every ten degrees: as round as a glyph can be seen to be. */
const arc = (radius: number, from: number, to: number, x = 0): Corner[] => {
  const parts = Math.ceil(Math.abs(to - from) / 10);
  return Array.from({ length: parts + 1 }, (_, i) => corner(radius, from + ((to - from) * i) / parts, x));
};

const box = (x: number, y: number): Corner[] => [
  [-x, -y],
  [x, -y],
  [x, y],
  [-x, y],
];

/** The outlines about (0, 0) where the circle's radius is 1; their sizes make all look equally large. */
export const outlines: Readonly<Record<Exclude<Glyph, 'circle'>, readonly Corner[]>> = {
  triangle: polygon(3, 0, 1.18),
  square: polygon(4, 45, 1.16),
  diamond: polygon(4, 0, 1.16),
  pentagon: polygon(5, 0, 1.06),
  hexagon: polygon(6, 30, 1.03),
  star: star(5, 1.25, 0.55),
  cross: [
    [-0.36, -1.05],
    [0.36, -1.05],
    [0.36, -0.36],
    [1.05, -0.36],
    [1.05, 0.36],
    [0.36, 0.36],
    [0.36, 1.05],
    [-0.36, 1.05],
    [-0.36, 0.36],
    [-1.05, 0.36],
    [-1.05, -0.36],
    [-0.36, -0.36],
  ],
  wedge: polygon(3, 180, 1.18),
  spark: star(4, 1.35, 0.5),
  bar: box(0.55, 1.2),
  slab: box(1.25, 0.5),
  hourglass: [
    [-0.95, -1.1],
    [0.95, -1.1],
    [0.2, 0],
    [0.95, 1.1],
    [-0.95, 1.1],
    [-0.2, 0],
  ],
  chevron: [
    [-1.15, 0.25],
    [0, -0.95],
    [1.15, 0.25],
    [1.15, 1.05],
    [0, -0.15],
    [-1.15, 1.05],
  ],
  dome: arc(1.25, -90, 90).map(([x, y]) => [x, y + 0.55]),
  drop: [...arc(0.85, 55, 305).map(([x, y]): Corner => [x, y + 0.35]), [0, -1.3]],
  moon: [...arc(1.2, 34, -214), ...arc(1, 173, 367, 0.55)].map(([x, y]) => [x + 0.25, y]),
};

const short = (value: number): string => String(Number(value.toFixed(3)) + 0);

const circle = (r: number): string => `M${short(-r)} 0A${r} ${r} 0 1 1 ${short(r)} 0A${r} ${r} 0 1 1 ${short(-r)} 0Z`;

/** SVG path data of a glyph around (0, 0); `r` is the radius of the circle, and the others are about as large. */
export const glyphPath = (kind: Glyph, r: number): string =>
  kind === 'circle' ? circle(r) : `M${outlines[kind].map(([x, y]) => `${short(x * r)} ${short(y * r)}`).join('L')}Z`;
