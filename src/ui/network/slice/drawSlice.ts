import { contours } from 'd3-contour';
import type { SlicePicture } from '../../../network/slice/picture.ts';
import { glyphPath } from '../../../scene/geometry/glyphs.ts';
import type { Look } from '../../chart/look.ts';
import { classColour, colourOf } from '../cells/palette.ts';
import { mix } from '../cells/grey.ts';
import type { Sheet } from '../cells/picture.ts';

/** Levels of the map. */
const bands = 14;

/** Heights that tell valleys apart: the logarithm of the loss; what is no number is as high as the highest. */
export function heightsOf({ slice }: SlicePicture): Float64Array {
  const heights = slice.loss.map((loss) => Math.log(Math.max(loss, 1e-12)));
  const most = heights.reduce((top, height) => (Number.isFinite(height) ? Math.max(top, height) : top), -Infinity);
  return heights.map((height) => (Number.isFinite(height) ? height : most));
}

/** Levels that divide the map into parts of about equal size. */
export function levelsOf(heights: Float64Array): number[] {
  const sorted = [...heights].sort((a, b) => a - b);
  const levels = Array.from(
    { length: bands - 1 },
    (_, i) => sorted[Math.floor(((i + 1) / bands) * sorted.length)] as number,
  );
  return [...new Set(levels)];
}

const markOf = ({ glyph }: Look, size: number): Path2D => new Path2D(glyphPath(glyph, size));

type Polygons = ReturnType<ReturnType<typeof contours>>[number]['coordinates'];

/** The outlines of a level's polygons and their holes. */
function outlineOf(polygons: Polygons, across: (x: number) => number, down: (y: number) => number): Path2D {
  const path = new Path2D();
  for (const ring of polygons.flat()) {
    ring.forEach(([x = 0, y = 0], k) => (k === 0 ? path.moveTo(across(x), down(y)) : path.lineTo(across(x), down(y))));
    path.closePath();
  }
  return path;
}

/** The slice as a map, low dark and high light or the other way round by theme, and the paths of the trainings on it. */
export function drawSlice(
  { context, width, height, em, ink, theme }: Sheet,
  picture: SlicePicture,
  looks: readonly Look[],
): void {
  const { slice, paths } = picture;
  const { columns, rows } = slice;
  const [a0, a1, b0, b1] = slice.domain;
  const heights = heightsOf(picture);
  const [ground, high] = [colourOf(ink.ground), colourOf(classColour(theme, 0))];
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, width, height);
  // Contours have their values in the middle of cells; the first and the last of a row lie on the border here.
  const across = (x: number): number => ((x - 0.5) / (columns - 1)) * width;
  const down = (y: number): number => height - ((y - 0.5) / (rows - 1)) * height;
  const levels = levelsOf(heights);
  const shapes = contours().size([columns, rows]).thresholds(levels)(Array.from(heights));
  shapes.forEach(({ coordinates }, i) => {
    const path = outlineOf(coordinates, across, down);
    context.fillStyle = `rgb(${mix(ground, high, (0.85 * (i + 1)) / levels.length)
      .map(Math.round)
      .join(' ')})`;
    context.fill(path, 'evenodd');
    context.strokeStyle = ink.line;
    context.lineWidth = 0.06 * em;
    context.stroke(path);
  });
  const place = (a: number, b: number): [number, number] => [((a - a0) / (a1 - a0)) * width, height - ((b - b0) / (b1 - b0)) * height]; // prettier-ignore
  context.lineJoin = 'round';
  paths.forEach(({ a, b }, i) => {
    const look = looks[i];
    if (look === undefined || a.length === 0) return;
    context.beginPath();
    a.forEach((value, k) => context.lineTo(...place(value, b[k] as number)));
    for (const [stroke, line] of [
      [ink.ground, 0.45],
      [look.colour, 0.2],
    ] as const) {
      context.strokeStyle = stroke;
      context.lineWidth = line * em;
      context.stroke();
    }
  });
  paths.forEach(({ a, b }, i) => {
    const look = looks[i];
    if (look === undefined || a.length === 0) return;
    const [x, y] = place(a.at(-1) as number, b.at(-1) as number);
    context.save();
    context.translate(x, y);
    const mark = markOf(look, 0.5 * em);
    context.strokeStyle = ink.ground;
    context.lineWidth = 0.35 * em;
    context.stroke(mark);
    context.fillStyle = look.colour;
    context.fill(mark);
    context.restore();
  });
}
