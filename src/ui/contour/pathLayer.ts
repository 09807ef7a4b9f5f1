import { clearCanvas } from '../canvas.ts';
import { drawTrails, type Line } from './drawTrails.ts';
import type { Plane } from './plane.ts';

/** Two canvases, halos below lines, on which paths grow. */
export interface PathLayer {
  /** Shows the lines up to a position in steps. The same array of lines again: only what is new is drawn. */
  show(lines: readonly Line[], plane: Plane, ground: string, position: number): void;
}

export function pathLayer(halos: CanvasRenderingContext2D, lines: CanvasRenderingContext2D): PathLayer {
  let drawn: readonly Line[] | undefined;
  let whole: readonly Line[] = [];
  let growing: readonly Line[] = [];
  let reached = 0;
  return {
    show(items, plane, ground, position) {
      if (items !== drawn || position < reached) {
        clearCanvas(halos);
        clearCanvas(lines);
        reached = 0;
        whole = items.filter(({ isWhole }) => isWhole === true);
        growing = whole.length === 0 ? items : items.filter((item) => !whole.includes(item));
        if (whole.length > 0) drawTrails(halos, lines, plane, whole, ground, 0, Infinity);
      }
      if (position > reached) drawTrails(halos, lines, plane, growing, ground, reached, position);
      drawn = items;
      reached = position;
    },
  };
}
