import type { Run } from '../../engine/run.ts';
import { type Box, clipSegment, isInside } from '../../scene/geometry/clip.ts';
import { acrossOf, downOf, type Plane } from './plane.ts';

/** A run on the screen. Row s of `x`, `y` is the point after s steps; row s of the others, the step from s to s + 1. */
export interface Trail {
  readonly id: string;
  readonly steps: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The share of the step at which it enters and leaves the visible box; enter > leave where it is out of sight. */
  readonly enter: Float64Array;
  readonly leave: Float64Array;
  /** Visible length before the step, in pixels: the phase of the dashes. One row more than steps. */
  readonly length: Float64Array;
  /** The last step up to this one of which something is visible; −1 where there is none. */
  readonly seen: Int32Array;
}

/** Pixels outside the frame at which a line still counts as visible, so that no line ends short of the frame. */
export const margin = 12;

/** Farthest that a point is put from the plot: a canvas computes in float32 and loses whole paths beyond it. */
const farthest = 1e6;

/** Pulls a far point in along its direction from the plot's centre, so that a run still leaves in its true direction. */
function nearer(value: { x: number; y: number }, centreX: number, centreY: number) {
  const dx = value.x - centreX;
  const dy = value.y - centreY;
  const reach = Math.max(Math.abs(dx), Math.abs(dy));
  if (reach <= farthest) return value;
  if (!Number.isFinite(reach)) {
    const sign = (d: number): number => (Number.isFinite(d) ? 0 : Math.sign(d));
    return { x: centreX + farthest * sign(dx), y: centreY + farthest * sign(dy) };
  }
  return { x: centreX + (dx / reach) * farthest, y: centreY + (dy / reach) * farthest };
}

/** A run's path in the pixels of a plane; `margin` is how far outside the plot a line still counts as visible. */
export function trailOf({ id, steps, columns }: Run, plane: Plane, margin: number): Trail {
  const xs = columns['x'] as Float64Array;
  const ys = columns['y'] as Float64Array;
  const x = new Float64Array(steps + 1);
  const y = new Float64Array(steps + 1);
  const centreX = plane.left + plane.width / 2;
  const centreY = plane.top + plane.height / 2;
  for (let s = 0; s <= steps; s += 1) {
    const point = nearer({ x: acrossOf(plane, xs[s] as number), y: downOf(plane, ys[s] as number) }, centreX, centreY);
    x[s] = point.x;
    y[s] = point.y;
  }
  const box = boxOf(plane, margin);
  const enter = new Float64Array(steps);
  const leave = new Float64Array(steps);
  const length = new Float64Array(steps + 1);
  const seen = new Int32Array(steps);
  for (let s = 0; s < steps; s += 1) {
    const [ax, ay, bx, by] = [x[s], y[s], x[s + 1], y[s + 1]] as [number, number, number, number];
    const visible = isInside(ax, ay, box) && isInside(bx, by, box) ? whole : clipSegment(ax, ay, bx, by, box);
    const [from, to] = visible ?? hidden;
    enter[s] = from;
    leave[s] = to;
    seen[s] = to >= from ? s : s > 0 ? (seen[s - 1] as number) : -1;
    length[s + 1] = (length[s] as number) + (to > from ? (to - from) * Math.hypot(bx - ax, by - ay) : 0);
  }
  return { id, steps, x, y, enter, leave, length, seen };
}

const whole: readonly [number, number] = [0, 1];
const hidden: readonly [number, number] = [1, 0];

export const boxOf = ({ left, top, width, height }: Plane, margin = 0): Box => [
  left - margin,
  top - margin,
  left + width + margin,
  top + height + margin,
];

/** What a path is drawn with: a canvas context or a Path2D. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Pixels to the next corner of a line at least: what is nearer does not show, and takes as long to draw. */
const near = 0.4;

/**
 * Traces the visible path between two positions, in steps (1.5 is half-way through the second step). Of points that are
 * `near` each other, as where noise shakes a run, one is drawn.
 */
export function traceTrail(trail: Trail, from: number, to: number, pen: Pen): void {
  const end = Math.min(to, trail.steps);
  let isDown = false;
  let [lastX, lastY] = [0, 0];
  for (let s = Math.floor(from); s < end; s += 1) {
    const enter = Math.max(trail.enter[s] as number, from - s);
    const leave = Math.min(trail.leave[s] as number, end - s);
    if (enter >= leave) {
      isDown = false;
      continue;
    }
    const ax = trail.x[s] as number;
    const ay = trail.y[s] as number;
    const dx = (trail.x[s + 1] as number) - ax;
    const dy = (trail.y[s + 1] as number) - ay;
    if (!isDown || enter > 0) {
      lastX = ax + dx * enter;
      lastY = ay + dy * enter;
      pen.moveTo(lastX, lastY);
    }
    isDown = leave === 1;
    const x = ax + dx * leave;
    const y = ay + dy * leave;
    if (isDown && s + 1 < end && Math.abs(x - lastX) < near && Math.abs(y - lastY) < near) continue;
    pen.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
}

/** Visible length of a trail up to a position, in pixels. */
export function lengthAt({ x, y, enter, leave, length, steps }: Trail, position: number): number {
  const s = Math.min(Math.floor(position), steps);
  const before = length[s] as number;
  if (s === position || s === steps) return before;
  const share = Math.min(position - s, leave[s] as number) - (enter[s] as number);
  const size = Math.hypot((x[s + 1] as number) - (x[s] as number), (y[s + 1] as number) - (y[s] as number));
  return before + Math.max(0, share) * size;
}

/** Where a run is on the screen at a position in steps; its last point once it has ended. */
export function markerAt(trail: Trail, position: number): { x: number; y: number } {
  const at = Math.min(Math.max(position, 0), trail.steps);
  const s = Math.min(Math.floor(at), Math.max(0, trail.steps - 1));
  const share = at - s;
  const ax = trail.x[s] as number;
  const ay = trail.y[s] as number;
  if (share === 0) return { x: ax, y: ay };
  return { x: ax + ((trail.x[s + 1] as number) - ax) * share, y: ay + ((trail.y[s + 1] as number) - ay) * share };
}

/** A place on the frame, and the direction (a unit vector on the screen) in which a run went out there. */
export interface Exit {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Where a run that is outside the plot at `position` last left it; undefined while it is inside, and where it never
 * was inside.
 */
export function exitAt(trail: Trail, plane: Plane, position: number): Exit | undefined {
  const box = boxOf(plane);
  const now = markerAt(trail, position);
  if (isInside(now.x, now.y, box)) return undefined;
  const current = Math.min(Math.ceil(position), trail.steps) - 1;
  for (let s = trail.seen[current] ?? -1; s >= 0; s = trail.seen[s - 1] ?? -1) {
    const start = { x: trail.x[s] as number, y: trail.y[s] as number };
    const end = s === current ? now : { x: trail.x[s + 1] as number, y: trail.y[s + 1] as number };
    const visible = clipSegment(start.x, start.y, end.x, end.y, box);
    if (visible === undefined) continue;
    const dx = end.x - start.x;
    const dy = end.y - start.y;
    const size = Math.hypot(dx, dy) || 1;
    return { x: start.x + dx * visible[1], y: start.y + dy * visible[1], dx: dx / size, dy: dy / size };
  }
  return undefined;
}
