import type { Dataset } from '../../../network/data/dataset.ts';
import type { Split } from '../../../network/data/split.ts';
import type { Ink } from '../../ink.ts';
import { classColour, colourOf } from './palette.ts';

/** A canvas in its own pixels, and what it is painted with. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per em. */
  readonly em: number;
  readonly ink: Ink;
  readonly theme: 'dark' | 'light';
}

/** From the plane to a sheet: [x from, x to, y from, y to] fills it. */
export const placing = (
  { width, height }: Pick<Sheet, 'width' | 'height'>,
  [x0, x1, y0, y1]: readonly [number, number, number, number],
) => ({
  across: (x: number): number => ((x - x0) / (x1 - x0)) * width,
  down: (y: number): number => ((y1 - y) / (y1 - y0)) * height,
});

/** So many points of either kind at most are drawn: more would hide the regions. */
const mostPoints = 600;

const thinned = (rows: Int32Array): Int32Array => rows.subarray(0, mostPoints);

/** The colour of a sample: its class's, or where it lies among the wanted numbers. */
function sampleColour(data: Dataset, row: number, theme: Sheet['theme'], range: readonly [number, number]): string {
  if (data.classes.length > 0) return classColour(theme, data.labels[row] as number);
  const share = ((data.numbers[row * data.wanted.length] as number) - range[0]) / (range[1] - range[0]);
  const [low, high] = [colourOf(classColour(theme, 0)), colourOf(classColour(theme, 1))];
  return `rgb(${low.map((part, k) => Math.round(part * (1 - share) + (high[k] as number) * share)).join(' ')})`;
}

/** Samples in the plane: discs where they are trained on, rings where they are kept for validation. */
export function drawPoints(
  { context, em, ink, theme, ...size }: Sheet,
  data: Dataset,
  { train, validation }: Split,
  domain: readonly [number, number, number, number],
  range: readonly [number, number],
): void {
  const place = placing(size, domain);
  const isLine = data.features.length === 1;
  const radius = em * (train.length > 500 ? 0.14 : 0.19);
  const each = (rows: Int32Array, draw: (x: number, y: number, colour: string) => void): void => {
    for (const row of thinned(rows)) {
      const x = data.inputs[row * data.features.length] as number;
      const y = isLine ? (data.numbers[row] as number) : (data.inputs[row * data.features.length + 1] as number);
      draw(place.across(x), place.down(y), sampleColour(data, row, theme, range));
    }
  };
  const disc = (x: number, y: number, r: number, colour: string): void => {
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  };
  each(train, (x, y, colour) => {
    disc(x, y, radius * 1.35, ink.ground);
    disc(x, y, radius, colour);
  });
  each(validation, (x, y, colour) => {
    disc(x, y, radius * 1.35, ink.text);
    disc(x, y, radius, colour);
  });
}

/** A curve of one number over one input, in the optimizer's colour with a halo. */
export function drawCurve(
  { context, em, ink, ...size }: Sheet,
  outputs: Float32Array,
  [, , y0, y1]: readonly [number, number, number, number],
  colour: string,
): void {
  const place = placing(size, [0, outputs.length - 1, y0, y1]);
  context.beginPath();
  outputs.forEach((value, i) => context.lineTo(place.across(i), place.down(Math.min(y1 + 9, Math.max(y0 - 9, value)))));
  context.lineJoin = 'round';
  for (const [stroke, width] of [
    [ink.ground, 0.4],
    [colour, 0.2],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width * em;
    context.stroke();
  }
}
