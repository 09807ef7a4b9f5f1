import { fieldOf } from '../../engine/field.ts';
import { pointsOf } from '../../engine/points.ts';
import type { Scene } from '../schema.ts';
import { surfaceIn } from '../surface.ts';

const known = new WeakMap<Scene['surface'], number | undefined>();

/** The lowest loss of the surface's minima, from which losses are counted on logarithmic scales; undefined where none is known. */
export function floorOf(scene: Scene): number | undefined {
  if (known.has(scene.surface)) return known.get(scene.surface);
  const { minima, values, formula } = surfaceIn(scene);
  const field = fieldOf(formula, Object.keys(values));
  const losses = pointsOf(minima, values).map(({ x, y }) => field.at(values, x, y).loss);
  const floor = losses.length === 0 ? undefined : Math.min(...losses);
  known.set(scene.surface, floor);
  return floor;
}
