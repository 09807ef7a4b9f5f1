import { fieldOf } from '../../engine/field.ts';
import { pointsOf } from '../../engine/points.ts';
import type { SurfaceInScene } from '../../state/surface.ts';

const known = new WeakMap<SurfaceInScene, number>();

/** The lowest loss among a surface's stated minima; undefined where none is stated. */
export function minimumOf(surface: SurfaceInScene): number | undefined {
  const { formula, values, minima } = surface;
  if (minima.length === 0) return undefined;
  const before = known.get(surface);
  if (before !== undefined) return before;
  const field = fieldOf(formula, Object.keys(values));
  const losses = pointsOf(minima, values).map(({ x, y }) => field.at(values, x, y).loss);
  const lowest = Math.min(...losses.filter(Number.isFinite));
  if (lowest === Infinity) return undefined;
  known.set(surface, lowest);
  return lowest;
}
