import { fieldOf } from '../../engine/field.ts';
import { type Point, pointsOf } from '../../engine/points.ts';
import type { SurfaceInScene } from '../../state/surface.ts';

/** What a surface states about its minima. */
interface Stated {
  readonly minima: readonly Point[];
  /** The lowest loss among them; undefined where there is none. */
  readonly minimum: number | undefined;
}

const nothing: Stated = { minima: [], minimum: undefined };
const known = new WeakMap<SurfaceInScene, Stated>();

/** A surface's stated minima, and how low they are. */
export function statedMinima(surface: SurfaceInScene): Stated {
  if (surface.minima.length === 0) return nothing;
  const before = known.get(surface);
  if (before !== undefined) return before;
  const { formula, values } = surface;
  const minima = pointsOf(surface.minima, values);
  const field = fieldOf(formula, Object.keys(values));
  const lowest = Math.min(...minima.map(({ x, y }) => field.at(values, x, y).loss).filter(Number.isFinite));
  const stated = { minima, minimum: lowest === Infinity ? undefined : lowest };
  known.set(surface, stated);
  return stated;
}
