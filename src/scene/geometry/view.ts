import { type Field, fieldOf } from '../../engine/field.ts';
import { type Point, pointsOf } from '../../engine/points.ts';
import type { SurfaceInScene } from '../../state/surface.ts';
import { type Box, boxOf, skirtDepth, worldX, worldZ } from './box.ts';
import { type Height, heightIn } from './height.ts';
import type { Vector } from './vector.ts';

/** Everything that is needed to put a surface, and what lies on it, into the world. */
export interface View {
  readonly surface: SurfaceInScene;
  readonly field: Field;
  readonly box: Box;
  readonly height: Height;
  readonly minima: readonly Point[];
  readonly saddles: readonly Point[];
}

const known = new WeakMap<SurfaceInScene, View>();

/** The view of a surface; the same object for the same surface. Throws FormulaError. */
export function viewOf(surface: SurfaceInScene): View {
  const before = known.get(surface);
  if (before !== undefined) return before;
  const { formula, values, domain, minima, saddles } = surface;
  const view = {
    surface,
    field: fieldOf(formula, Object.keys(values)),
    box: boxOf(domain),
    height: heightIn(surface),
    minima: pointsOf(minima, values),
    saddles: pointsOf(saddles, values),
  };
  known.set(surface, view);
  return view;
}

/** World height of the surface over a domain point; NaN in a hole. */
export const heightAt = ({ surface, field, height, box }: View, x: number, y: number): number =>
  height.unit(field.at(surface.values, x, y).loss) * box.rise;

/** The point of the surface over a domain point; its height is NaN in a hole. */
export const placeOn = (view: View, x: number, y: number): Vector => [
  worldX(view.box, x),
  heightAt(view, x, y),
  worldZ(view.box, y),
];

const outlineSide = 13;

/** Points that a picture of the whole surface has to show: the surface on a coarse grid, and the ground's corners. */
export function outlineOf(view: View): Vector[] {
  const [x0, x1, y0, y1] = view.box.domain;
  const { halfX, halfZ } = view.box;
  const low = -skirtDepth;
  const points: Vector[] = [
    [-halfX, low, -halfZ],
    [halfX, low, -halfZ],
    [-halfX, low, halfZ],
    [halfX, low, halfZ],
  ];
  for (let i = 0; i < outlineSide; i += 1)
    for (let j = 0; j < outlineSide; j += 1) {
      const point = placeOn(view, x0 + ((x1 - x0) * i) / (outlineSide - 1), y0 + ((y1 - y0) * j) / (outlineSide - 1));
      if (!Number.isNaN(point[1])) points.push(point);
    }
  return points;
}
