import { heightCss, type Theme } from '../../scene/geometry/colours.ts';
import type { Band } from './contours.ts';
import { drawTicks } from '../drawTicks.ts';
import type { Ink } from '../ink.ts';
import type { Layout } from './layout.ts';
import { acrossOf, downOf, type Plane } from './plane.ts';

/** Traces a band's rings in screen coordinates, after what is there already. */
function bandPath({ rings }: Band, plane: Plane, path = new Path2D()): Path2D {
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const across = acrossOf(plane, ring[i] as number);
      const down = downOf(plane, ring[i + 1] as number);
      if (i === 0) path.moveTo(across, down);
      else path.lineTo(across, down);
    }
    path.closePath();
  }
  return path;
}

/** The frame's interior. */
export function clipToPlane(context: CanvasRenderingContext2D, { left, top, width, height }: Plane): void {
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
}

/** Isolines, and every fifth of them: as quiet as on the 3D surface. */
const isolineInks: Readonly<Record<Theme, readonly [each: string, fifth: string]>> = {
  dark: ['rgb(237 250 255 / 15%)', 'rgb(237 250 255 / 34%)'],
  light: ['rgb(8 15 30 / 15%)', 'rgb(8 15 30 / 34%)'],
};

/** Filled bands in the colours of the 3D surface, and quiet lines between them. */
export function drawBands(context: CanvasRenderingContext2D, plane: Plane, bands: readonly Band[], theme: Theme): void {
  context.save();
  clipToPlane(context, plane);
  context.lineWidth = 1;
  const [each, fifth] = isolineInks[theme];
  const rise = 1 / bands.length;
  bands.forEach((band, i) => {
    const path = bandPath(band, plane);
    context.fillStyle = heightCss(Math.max(0, band.level) + rise / 2, theme);
    context.fill(path, 'evenodd');
    if (i === 0) return;
    context.strokeStyle = i % 5 === 0 ? fifth : each;
    context.stroke(path);
  });
  context.restore();
}

/** The isolines of bands as one path, by the plane that they are drawn on: several maps, drawn often, show the same. */
const isolinePaths = new WeakMap<readonly Band[], Map<string, Path2D>>();
/** Sizes that maps have at a time. */
const mostPaths = 8;

function isolinePath(bands: readonly Band[], plane: Plane): Path2D {
  const paths = isolinePaths.get(bands) ?? new Map<string, Path2D>();
  isolinePaths.set(bands, paths);
  const key = [plane.left, plane.top, plane.width, plane.height, ...plane.domain].join();
  const kept = paths.get(key);
  if (kept !== undefined) return kept;
  if (paths.size >= mostPaths) paths.clear();
  const path = new Path2D();
  for (const band of bands.slice(1)) bandPath(band, plane, path);
  paths.set(key, path);
  return path;
}

/** Isolines alone, in one colour, over what is there. */
export function drawIsolines(
  context: CanvasRenderingContext2D,
  plane: Plane,
  bands: readonly Band[],
  colour: string,
): void {
  context.save();
  clipToPlane(context, plane);
  context.lineWidth = 1;
  context.strokeStyle = colour;
  context.stroke(isolinePath(bands, plane));
  context.restore();
}

/** Ticks with their numbers, and the names x and y. */
export function drawAxes(context: CanvasRenderingContext2D, { plane, xTicks, yTicks }: Layout, ink: Ink): void {
  const across = xTicks.map(({ value, label }) => ({ at: acrossOf(plane, value), label }));
  const up = yTicks.map(({ value, label }) => ({ at: downOf(plane, value), label }));
  drawTicks(context, plane, across, up, ink);
  context.save();
  drawNames(context, plane, ink);
  context.restore();
}

/** x at the right end, y at the top, inside the plot where no number can be. */
function drawNames(context: CanvasRenderingContext2D, { left, top, width, height }: Plane, ink: Ink): void {
  context.font = `italic 600 ${ink.em}px ${ink.family}`;
  context.lineJoin = 'round';
  context.lineWidth = ink.em * 0.3;
  context.strokeStyle = ink.ground;
  context.fillStyle = ink.text;
  const name = (text: string, across: number, down: number): void => {
    context.strokeText(text, across, down);
    context.fillText(text, across, down);
  };
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  name('x', left + width - ink.em * 0.5, top + height - ink.em * 0.55);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  name('y', left + ink.em * 0.5, top + ink.em * 0.35);
}
