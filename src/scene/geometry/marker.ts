import { pointAt, type Run } from '../../engine/run.ts';
import type { Vector } from './vector.ts';
import { placeOn, type View } from './view.ts';

/** How far outside, in sides of the box, a marker is still shown. */
const reach = 3;

/**
 * Where a run's marker stands on the surface at a position in steps; undefined where it is far outside, not finite, or
 * over a hole.
 */
export function markerOn(view: View, run: Run, position: number): Vector | undefined {
  const { x, y } = pointAt(run, position);
  const place = placeOn(view, x, y);
  const { halfX, halfZ } = view.box;
  const isNear = Math.abs(place[0]) <= halfX * (1 + 2 * reach) && Math.abs(place[2]) <= halfZ * (1 + 2 * reach);
  return isNear && Number.isFinite(place[1]) ? place : undefined;
}

const samples = 28;
/** What the mesh may be off by, being flat between its points. */
const tolerance = 0.012;

/** Whether the surface lies between a place on it and the eye. */
export function isHidden(
  place: Vector,
  eye: Vector,
  rise: number,
  { halfX, halfZ }: { readonly halfX: number; readonly halfZ: number },
  heightOver: (worldX: number, worldZ: number) => number,
): boolean {
  const way: Vector = [eye[0] - place[0], eye[1] - place[1], eye[2] - place[2]];
  const size = Math.hypot(...way);
  const exits = [
    way[0] === 0 ? Infinity : (Math.sign(way[0]) * halfX - place[0]) / way[0],
    way[2] === 0 ? Infinity : (Math.sign(way[2]) * halfZ - place[2]) / way[2],
    way[1] <= 0 ? Infinity : (rise * 1.02 - place[1]) / way[1],
    1,
  ];
  const end = Math.min(...exits);
  let sign = 0;
  for (let i = 1; i <= samples; i += 1) {
    const t = (end * i * i) / (samples * samples);
    if (t * size < 0.03) continue;
    const gap = place[1] + t * way[1] - heightOver(place[0] + t * way[0], place[2] + t * way[2]);
    if (Math.abs(gap) < tolerance || Number.isNaN(gap)) continue;
    if (sign !== 0 && Math.sign(gap) !== sign) return true;
    sign = Math.sign(gap);
  }
  return false;
}
