import type { Point } from '../../engine/points.ts';
import type { Glyph } from '../../optimizers/rule.ts';
import { glyphPath } from '../../scene/geometry/glyphs.ts';
import { isInside } from '../../scene/geometry/clip.ts';
import type { Line } from './drawTrails.ts';
import type { Ink } from '../ink.ts';
import { acrossOf, downOf, type Plane } from './plane.ts';
import type { SurfaceMap } from './surfaceMap.ts';
import { boxOf, type Exit, exitAt, markerAt } from './trail.ts';

/** A run's line with the shape of its marker. */
export interface Marker extends Line {
  readonly glyph: Glyph;
}

const paths = new Map<string, Path2D>();

const pathOf = (glyph: Glyph, radius: number): Path2D => {
  const key = `${glyph} ${radius}`;
  const path = paths.get(key) ?? new Path2D(glyphPath(glyph, radius));
  paths.set(key, path);
  return path;
};

function drawAt(context: CanvasRenderingContext2D, x: number, y: number, draw: () => void): void {
  context.save();
  context.translate(x, y);
  draw();
  context.restore();
}

/** A + of this arm's length, or turned into a ×, with a halo, so that it shows on any ground. */
function drawCross(context: CanvasRenderingContext2D, arm: number, isTurned: boolean, ink: Ink, width: number): void {
  const path = new Path2D(`M${-arm} 0H${arm}M0 ${-arm}V${arm}`);
  if (isTurned) context.rotate(Math.PI / 4);
  context.lineCap = 'round';
  context.lineWidth = width * 2.4;
  context.strokeStyle = ink.ground;
  context.stroke(path);
  context.lineWidth = width;
  context.strokeStyle = ink.text;
  context.stroke(path);
}

/** Minima as +, the lowest of them larger, and saddles as ×, where they lie inside the domain. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  plane: Plane,
  { lowest, minima, saddles }: Pick<SurfaceMap, 'lowest' | 'minima' | 'saddles'>,
  ink: Ink,
): void {
  const [x0, x1, y0, y1] = plane.domain;
  const draw = (points: readonly Point[], arm: number, isTurned: boolean, width: number): void => {
    for (const { x, y } of points)
      if (x >= x0 && x <= x1 && y >= y0 && y <= y1)
        drawAt(context, acrossOf(plane, x), downOf(plane, y), () =>
          drawCross(context, arm * ink.em, isTurned, ink, width * ink.em),
        );
  };
  draw(saddles, 0.3, true, 0.1);
  draw(minima, 0.27, false, 0.1);
  draw(lowest, 0.45, false, 0.15);
}

/** An arrow head on the frame, pointing the way that the run went out. */
function drawExit(context: CanvasRenderingContext2D, { x, y, dx, dy }: Exit, colour: string, ink: Ink): void {
  const size = ink.em * 0.75;
  drawAt(context, x, y, () => {
    context.rotate(Math.atan2(dy, dx));
    context.beginPath();
    context.moveTo(size * 0.35, 0);
    context.lineTo(-size * 0.65, size * 0.55);
    context.lineTo(-size * 0.65, -size * 0.55);
    context.closePath();
    context.lineJoin = 'round';
    context.lineWidth = ink.em * 0.25;
    context.strokeStyle = ink.ground;
    context.stroke();
    context.fillStyle = colour;
    context.fill();
  });
}

/** Where every run is at a position in steps; an arrow head where it has left the plot. */
export function drawMarkers(
  context: CanvasRenderingContext2D,
  plane: Plane,
  markers: readonly Marker[],
  position: number,
  ink: Ink,
): void {
  const box = boxOf(plane);
  for (const { trail, glyph, colour, strength } of markers) {
    context.globalAlpha = strength;
    const exit = exitAt(trail, plane, position);
    const { x, y } = markerAt(trail, position);
    if (exit !== undefined) drawExit(context, exit, colour, ink);
    else if (isInside(x, y, box))
      drawAt(context, x, y, () => {
        const path = pathOf(glyph, ink.em * 0.5);
        context.lineJoin = 'round';
        context.lineWidth = ink.em * 0.28;
        context.strokeStyle = ink.ground;
        context.stroke(path);
        context.fillStyle = colour;
        context.fill(path);
      });
  }
  context.globalAlpha = 1;
}
