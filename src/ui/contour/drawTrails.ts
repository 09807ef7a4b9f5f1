import { clipToPlane } from './drawSurface.ts';
import type { Plane } from './plane.ts';
import { lengthAt, type Trail, traceTrail } from './trail.ts';

/** A run's line: its trail and how it looks. */
export interface Line {
  readonly trail: Trail;
  readonly colour: string;
  /** Lengths in line widths; [] is solid. */
  readonly dash: readonly number[];
  /** Pixels. */
  readonly width: number;
  /** 1, or less where another run is highlighted. */
  readonly strength: number;
  /** True where it is drawn to its end at every position. */
  readonly isWhole?: boolean;
}

/**
 * Draws the lines from one position to another, both in steps, on top of what is there: halos on a canvas of their own,
 * so that all halos lie below all lines. A continued line starts at the corner before `from`, so that it has its join
 * there.
 */
export function drawTrails(
  halos: CanvasRenderingContext2D,
  lines: CanvasRenderingContext2D,
  plane: Plane,
  items: readonly Line[],
  ground: string,
  from: number,
  to: number,
): void {
  for (const context of [halos, lines]) {
    context.save();
    clipToPlane(context, plane);
    context.lineJoin = 'round';
    context.lineCap = 'butt';
  }
  halos.strokeStyle = ground;
  for (const { trail, colour, dash, width, strength } of items) {
    if (from >= trail.steps) continue;
    const start = strength < 1 ? from : Math.max(0, Math.ceil(from) - 1);
    const path = new Path2D();
    traceTrail(trail, start, to, path);
    halos.globalAlpha = strength;
    halos.lineWidth = width * 2;
    halos.stroke(path);
    lines.globalAlpha = strength;
    lines.strokeStyle = colour;
    lines.lineWidth = width;
    lines.setLineDash(dash.map((length) => length * width));
    lines.lineDashOffset = lengthAt(trail, start);
    lines.stroke(path);
  }
  for (const context of [halos, lines]) context.restore();
}
