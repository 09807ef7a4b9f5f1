import { type Box, domainX, domainY } from './box.ts';
import type { Vector } from './vector.ts';

/** A half-line in world units; the direction need not have length 1. */
export interface Ray {
  readonly origin: Vector;
  readonly direction: Vector;
}

const marches = 320;
const halvings = 40;

/** The part of the ray inside the box, as multiples of its direction; from > to where it misses. */
function insideBox({ origin, direction }: Ray, { halfX, halfZ }: Box, low: number, high: number): [number, number] {
  let from = 0;
  let to = Infinity;
  const slabs = [
    [origin[0], direction[0], -halfX, halfX],
    [origin[1], direction[1], low, high],
    [origin[2], direction[2], -halfZ, halfZ],
  ] as const;
  for (const [start, speed, least, most] of slabs) {
    if (speed === 0) {
      if (start < least || start > most) return [1, 0];
      continue;
    }
    const a = (least - start) / speed;
    const b = (most - start) / speed;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return [from, to];
}

/**
 * Where a ray first meets the surface, in the domain's x and y; undefined where it misses. The height field is marched
 * in equal steps and the first crossing, from either side, halved until float64 is exhausted.
 *
 * @param height x, y of the domain → world height; NaN in a hole
 */
export function pick(
  ray: Ray,
  box: Box,
  height: (x: number, y: number) => number,
  low = -0.5 * box.rise,
  high = 1.5 * box.rise,
): { x: number; y: number } | undefined {
  const { origin, direction } = ray;
  const [from, to] = insideBox(ray, box, low, high);
  if (!(from < to)) return undefined;
  const at = (t: number): { x: number; y: number } => ({
    x: domainX(box, origin[0] + t * direction[0]),
    y: domainY(box, origin[2] + t * direction[2]),
  });
  const above = (t: number): number => {
    const { x, y } = at(t);
    return origin[1] + t * direction[1] - height(x, y);
  };
  let near = from;
  let gap = above(near);
  for (let i = 1; i <= marches; i += 1) {
    let far = from + ((to - from) * i) / marches;
    const next = above(far);
    if (gap * next <= 0) {
      for (let halving = 0; halving < halvings; halving += 1) {
        const middle = (near + far) / 2;
        if (gap * above(middle) <= 0) far = middle;
        else near = middle;
      }
      return at(far);
    }
    near = far;
    gap = next;
  }
  return undefined;
}

/** The domain point under a ray at a world height, moved to the domain's edge where it lies outside. */
export function pickLevel({ origin, direction }: Ray, box: Box, level: number): { x: number; y: number } | undefined {
  const t = (level - origin[1]) / direction[1];
  if (!(t > 0) || !Number.isFinite(t)) return undefined;
  const inside = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  const [x0, x1, y0, y1] = box.domain;
  return {
    x: inside(domainX(box, origin[0] + t * direction[0]), x0, x1),
    y: inside(domainY(box, origin[2] + t * direction[2]), y0, y1),
  };
}
