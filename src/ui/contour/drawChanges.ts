import { drawRing } from '../drawRing.ts';
import type { Ink } from '../ink.ts';
import { isInside } from '../../scene/geometry/clip.ts';
import type { Plane } from './plane.ts';
import { boxOf, type Trail } from './trail.ts';

/** A ring's radius in font sizes. */
const radius = 0.2;

/** A ring on a path at every row at which its optimizer was changed, as far as the path is drawn. */
export function drawChanges(
  context: CanvasRenderingContext2D,
  plane: Plane,
  { x, y, steps }: Trail,
  rows: readonly number[],
  position: number,
  { colour, strength }: { readonly colour: string; readonly strength: number },
  { ground, em }: Ink,
): void {
  const box = boxOf(plane);
  context.save();
  context.globalAlpha = strength;
  for (const row of rows) {
    const [across, down] = [x[row] as number, y[row] as number];
    if (row <= Math.min(position, steps) && isInside(across, down, box))
      drawRing(context, across, down, em * radius, colour, ground);
  }
  context.restore();
}
