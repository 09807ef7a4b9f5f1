import type { Point } from './geometry.ts';

const written = (...values: number[]): string => values.map((value) => value.toFixed(1)).join(' ');

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A smooth line as an SVG path: from middle to middle between points, which draw it toward them, and to both ends. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points as readonly [Point, ...Point[]];
  const last = points[points.length - 1] as Point;
  const parts = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] as Point;
    const end = middle(point, next);
    return `Q${written(point.x, point.y, end.x, end.y)}`;
  });
  return `M${written(first.x, first.y)}${parts.join('')}L${written(last.x, last.y)}`;
}

/** Which point is nearest to a place, the ends left out; −1 where there is none but them. */
export function nearest(points: readonly Point[], place: Point): number {
  const distance = ({ x, y }: Point): number => Math.hypot(x - place.x, y - place.y);
  const inner = points.slice(1, -1).map(distance);
  return inner.length === 0 ? -1 : 1 + inner.indexOf(Math.min(...inner));
}

/** Where the line passes by one of its points: half way along the piece that is drawn toward it; its middle for −1. */
export function passing(points: readonly Point[], index: number): Point {
  if (index < 0) return middle(points[0] as Point, points.at(-1) as Point);
  const [before, at, after] = points.slice(index - 1, index + 2) as [Point, Point, Point];
  const from = index === 1 ? before : middle(before, at);
  return middle(middle(from, at), middle(at, middle(at, after)));
}
