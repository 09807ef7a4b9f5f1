import type { Field } from '../../engine/field.ts';
import { type Box, domainX, domainY, worldX, worldZ } from './box.ts';
import type { Height } from './height.ts';

/** Numbers per point of a draped path: X, Y, Z in world units, and the length of the path up to there. */
export const stride = 4;

/** Points that one path has at most, unless its steps alone are more. */
export const pointLimit = 24_000;

/** A path that lies on the surface, as a line of points; buffers are kept and written again. */
export interface Drape {
  /**
   * `stride` numbers per point. Where the length falls from one point to the next, the path is interrupted: nothing is
   * drawn between the two.
   */
  points: Float32Array;
  count: number;
  /** Index of the point at which step s ends, for s = 0 … steps: the path up to step s has points 0 … offsets[s]. */
  offsets: Int32Array;
  steps: number;
  /** The first step that could not be drawn, as it leads to a point that is not finite or far outside; −1 for none. */
  cut: number;
}

export const emptyDrape = (): Drape => ({
  points: new Float32Array(0),
  count: 0,
  offsets: new Int32Array(1),
  steps: 0,
  cut: -1,
});

/** World units between points of a long step. */
const spacing = 0.012;
/** Steps shorter than this draw nothing by themselves; they are drawn together. */
const still = 2e-4;
/** How far outside, in sides of the box, a path is still drawn. */
const reach = 3;

const capacityFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(256, count)));

let xs = new Float64Array(0);
let ys = new Float64Array(0);
let losses = new Float64Array(0);
let breaks = new Uint8Array(0);

function reserve(count: number): void {
  if (xs.length >= count) return;
  const capacity = capacityFor(count);
  const [oldX, oldY, oldBreaks] = [xs, ys, breaks];
  xs = new Float64Array(capacity);
  ys = new Float64Array(capacity);
  losses = new Float64Array(capacity);
  breaks = new Uint8Array(capacity);
  xs.set(oldX);
  ys.set(oldY);
  breaks.set(oldBreaks);
}

/** Whether a point is within `reach` sides of the box, and so finite. */
const isNear = (box: Box, x: number, z: number): boolean =>
  Math.abs(x) <= box.halfX * (1 + 2 * reach) && Math.abs(z) <= box.halfZ * (1 + 2 * reach);

/** The share of the way from a near point to a far one that is near. */
function shareNear(box: Box, ax: number, az: number, bx: number, bz: number): number {
  const limit = (a: number, b: number, half: number): number => {
    const bound = half * (1 + 2 * reach) * Math.sign(b - a);
    return b === a ? 1 : Math.min(1, (bound - a) / (b - a));
  };
  return Math.max(0, Math.min(limit(ax, bx, box.halfX), limit(az, bz, box.halfZ)));
}

/**
 * Lays a run on the surface: every step is straight in x and y, cut into pieces of about `spacing` and lifted to the
 * surface. The buffers of `drape` are written in place and grow only where they are too small.
 *
 * @param x one more number than steps, as are y
 */
export function drapeRun(
  drape: Drape,
  x: Float64Array,
  y: Float64Array,
  steps: number,
  box: Box,
  field: Field,
  params: Readonly<Record<string, number>>,
  height: Height,
): void {
  if (drape.offsets.length < steps + 1) drape.offsets = new Int32Array(capacityFor(steps + 1));
  const { offsets } = drape;
  drape.steps = steps;
  drape.cut = -1;
  let length = 0;
  for (let s = 0; s < steps; s += 1) {
    const step = Math.hypot(
      ((x[s + 1] as number) - (x[s] as number)) * box.scaleX,
      ((y[s + 1] as number) - (y[s] as number)) * box.scaleY,
    );
    if (step < 2 * reach * 2) length += step;
  }
  const pieceLength = Math.max(spacing, length / pointLimit);

  let count = 0;
  const put = (px: number, pz: number, isBreak: boolean): void => {
    reserve(count + 1);
    xs[count] = domainX(box, px);
    ys[count] = domainY(box, pz);
    breaks[count] = isBreak ? 1 : 0;
    count += 1;
  };
  let ax = worldX(box, x[0] as number);
  let az = worldZ(box, y[0] as number);
  let isDrawn = isNear(box, ax, az);
  if (isDrawn) put(ax, az, false);
  else drape.cut = 0;
  offsets[0] = Math.max(0, count - 1);
  for (let s = 1; s <= steps; s += 1) {
    const bx = worldX(box, x[s] as number);
    const bz = worldZ(box, y[s] as number);
    const near = isNear(box, bx, bz);
    if (!near && drape.cut < 0) drape.cut = s;
    const size = Math.hypot(bx - ax, bz - az);
    if (isDrawn && near && size < still && s < steps) {
      offsets[s] = count - 1;
      continue;
    }
    if (isDrawn) {
      const share = near ? 1 : shareNear(box, ax, az, bx, bz);
      const pieces = Number.isFinite(size) ? Math.max(1, Math.ceil((size * share) / pieceLength)) : 0;
      for (let i = 1; i <= pieces; i += 1) {
        const part = (share * i) / pieces;
        put(ax + (bx - ax) * part, az + (bz - az) * part, false);
      }
    } else if (near) put(bx, bz, count > 0);
    offsets[s] = Math.max(0, count - 1);
    isDrawn = near;
    ax = bx;
    az = bz;
  }
  lift(drape, count, box, field, params, height);
}

/** Samples the surface under the points that were put, and writes them with their lengths. */
function lift(
  drape: Drape,
  count: number,
  box: Box,
  field: Field,
  params: Readonly<Record<string, number>>,
  height: Height,
): void {
  drape.count = count;
  if (drape.points.length < count * stride) drape.points = new Float32Array(capacityFor(count) * stride);
  const { points } = drape;
  field.sample(params, xs.subarray(0, count), ys.subarray(0, count), losses);
  let [lastX, lastY, lastZ, length] = [0, 0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const px = worldX(box, xs[i] as number);
    const pz = worldZ(box, ys[i] as number);
    const unit = height.unit(losses[i] as number);
    const py = Number.isNaN(unit) ? lastY : unit * box.rise;
    if (breaks[i] === 1) length -= 1e-3;
    else if (i > 0) length += Math.hypot(px - lastX, py - lastY, pz - lastZ);
    points[i * stride] = px;
    points[i * stride + 1] = py;
    points[i * stride + 2] = pz;
    points[i * stride + 3] = length;
    [lastX, lastY, lastZ] = [px, py, pz];
  }
}
