import type { Field } from '../../src/engine/field.ts';
import type { Point } from '../../src/engine/points.ts';
import type { Surface } from '../../surfaces/surface.ts';

/** Loss and gradient. */
export interface Local {
  readonly loss: number;
  readonly gx: number;
  readonly gy: number;
}

/** The second derivatives ∂²/∂x², ∂²/∂x∂y, ∂²/∂y². */
export type Hessian = readonly [xx: number, xy: number, yy: number];

/**
 * A surface in coordinates in which its domain is the unit square, so that one tolerance fits every surface; the gradient is
 * by these coordinates too.
 */
export interface Landscape {
  readonly at: (point: Point) => Local;
  /** From the domain's coordinates to the square's. */
  readonly inSquare: (point: Point) => Point;
}

export function landscapeOf(
  field: Field,
  values: Readonly<Record<string, number>>,
  domain: Surface['domain'],
): Landscape {
  const [x0, x1, y0, y1] = domain;
  const [width, height] = [x1 - x0, y1 - y0];
  return {
    at({ x, y }) {
      const { loss, gx, gy } = field.at(values, x0 + width * x, y0 + height * y);
      return { loss, gx: gx * width, gy: gy * height };
    },
    inSquare: ({ x, y }) => ({ x: (x - x0) / width, y: (y - y0) / height }),
  };
}

export const isInSquare = ({ x, y }: Point): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1;
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Central differences of the gradient. */
export function hessianAt({ at }: Landscape, { x, y }: Point, h = 1e-5): Hessian {
  const [right, left, up, down] = [at({ x: x + h, y }), at({ x: x - h, y }), at({ x, y: y + h }), at({ x, y: y - h })];
  const by = (a: number, b: number): number => (a - b) / (2 * h);
  return [by(right.gx, left.gx), (by(right.gy, left.gy) + by(up.gx, down.gx)) / 2, by(up.gy, down.gy)];
}

/** The smaller and the larger eigenvalue. */
export function curvatures([xx, xy, yy]: Hessian): [least: number, most: number] {
  const middle = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  return [middle - spread, middle + spread];
}

/** H⁻¹g: how far a point is from being stationary, in sides of the square; 0 where the gradient is 0. */
export function newtonStep({ gx, gy }: Local, [xx, xy, yy]: Hessian): Point {
  if (gx === 0 && gy === 0) return { x: 0, y: 0 };
  const determinant = xx * yy - xy * xy;
  return { x: (gx * yy - gy * xy) / determinant, y: (gy * xx - gx * xy) / determinant };
}

/** The losses on a circle around a point, less the loss at it. */
export function ring({ at }: Landscape, centre: Point, radius: number): number[] {
  const { loss } = at(centre);
  return Array.from({ length: 720 }, (_, i) => {
    const angle = (i * Math.PI) / 360;
    return at({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }).loss - loss;
  });
}

/**
 * Where Newton's descent from a point ends: curvature made positive, every step halved until the loss falls. Undefined where
 * it leaves the square or ends at no stationary point of positive curvature.
 */
export function descend(landscape: Landscape, start: Point): Point | undefined {
  let point = start;
  for (let iteration = 0; iteration < 120; iteration += 1) {
    const local = landscape.at(point);
    const [xx, xy, yy] = hessianAt(landscape, point);
    const [least, most] = curvatures([xx, xy, yy]);
    const lift = Math.max(0, 1e-7 * Math.max(Math.abs(least), Math.abs(most)) - least);
    const step = newtonStep(local, [xx + lift, xy, yy + lift]);
    const length = Math.hypot(step.x, step.y);
    if (lift === 0 && length < 1e-9) return point;
    let share = Math.min(1, 0.02 / length);
    const ahead = (): Point => ({ x: point.x - share * step.x, y: point.y - share * step.y });
    while (share > 1e-9 && landscape.at(ahead()).loss >= local.loss) share /= 2;
    if (!(share > 1e-9)) return lift === 0 && length < 1e-6 ? point : undefined;
    point = ahead();
    if (!isInSquare(point)) return undefined;
  }
  return undefined;
}
