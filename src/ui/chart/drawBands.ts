import type { ChartBand } from './bands.ts';
import type { Placing } from './drawMarks.ts';

/** A band and how it looks. */
export interface DrawnBand extends ChartBand {
  readonly colour: string;
  /** 1, or less where another optimizer is highlighted. */
  readonly strength: number;
}

/** Opacity of a band: six of them over each other still show the grid. */
const opacity = 0.22;

/** Stretches of a band without a gap, as places from … to − 1. */
function stretches(values: Float64Array): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i])) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}

/** The outline of a band. */
function outlineOf({ places, low, high }: ChartBand, place: Placing): Path2D {
  const path = new Path2D();
  const lineTo = (heights: Float64Array, i: number): void =>
    path.lineTo(place.across(places[i] as number), place.down(heights[i] as number));
  for (const [from, to] of stretches(low)) {
    for (let i = from; i < to; i += 1) lineTo(high, i);
    for (let i = to - 1; i >= from; i -= 1) lineTo(low, i);
    path.closePath();
  }
  return path;
}

/** Fills bands from their low end to their high end. */
export function fillBands(context: CanvasRenderingContext2D, bands: readonly DrawnBand[], place: Placing): void {
  context.save();
  for (const band of bands) {
    context.globalAlpha = opacity * band.strength;
    context.fillStyle = band.colour;
    context.fill(outlineOf(band, place));
  }
  context.restore();
}

/** Draws the medians of bands as lines with halos, `width` canvas pixels wide. */
export function strokeMedians(
  context: CanvasRenderingContext2D,
  bands: readonly DrawnBand[],
  place: Placing,
  ground: string,
  width: number,
): void {
  context.save();
  context.lineJoin = 'round';
  for (const { places, median, colour, strength } of bands) {
    const path = new Path2D();
    for (const [from, to] of stretches(median))
      for (let i = from; i < to; i += 1) {
        const [across, down] = [place.across(places[i] as number), place.down(median[i] as number)];
        if (i === from) path.moveTo(across, down);
        else path.lineTo(across, down);
      }
    context.globalAlpha = strength;
    for (const [stroke, lineWidth] of [
      [ground, 2 * width],
      [colour, width],
    ] as const) {
      context.strokeStyle = stroke;
      context.lineWidth = lineWidth;
      context.stroke(path);
    }
  }
  context.restore();
}
