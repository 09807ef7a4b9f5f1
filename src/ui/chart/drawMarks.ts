import type { Glyph } from '../../optimizers/rule.ts';
import { glyphPath } from '../../scene/geometry/glyphs.ts';
import { drawRing } from '../drawRing.ts';
import type { Look } from './look.ts';
import type { Plot, Series } from './series.ts';

/** From a place on the horizontal axis and a height on the chart to canvas pixels. */
export interface Placing {
  across(place: number): number;
  down(height: number): number;
}

/** Steps at which a line carries its glyph: spread over the chart, and elsewhere for every line, so that none hides another. */
function glyphSteps(last: number, index: number, count: number, end: number): number[] {
  const places = [0, 1]
    .map((half) => Math.round(((half + (index + 0.6) / count) / 2) * last))
    .filter((step) => step <= end);
  return places.length > 0 ? places : [Math.round(end * 0.6)];
}

function drawGlyph(context: CanvasRenderingContext2D, path: Path2D, look: Look, ground: string, size: number): void {
  context.setLineDash([]);
  context.lineJoin = 'round';
  context.lineWidth = size * 0.6;
  context.strokeStyle = ground;
  context.stroke(path);
  context.fillStyle = look.colour;
  context.fill(path);
}

/** A cross where a run was lost. */
function drawEnd(context: CanvasRenderingContext2D, look: Look, ground: string, size: number): void {
  const path = new Path2D(`M${-size} ${-size}L${size} ${size}M${-size} ${size}L${size} ${-size}`);
  context.setLineDash([]);
  context.lineCap = 'round';
  for (const [colour, width] of [
    [ground, size * 1.2],
    [look.colour, size * 0.55],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  }
}

const lastStep = ({ heights }: Series): number => heights.findLastIndex((height) => height !== null);

/** What the marks have in common. */
export interface MarkStyle {
  readonly ground: string;
  /** A glyph's radius in canvas pixels. */
  readonly size: number;
  /** Opacity of a line's marks. */
  strength(index: number): number;
}

/** A dashed line across the plot at a height, `em` canvas pixels being the size of a letter. */
export function drawGuide(
  context: CanvasRenderingContext2D,
  [left, right]: readonly [number, number],
  y: number,
  colour: string,
  em: number,
): void {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = em / 10;
  context.setLineDash([em / 2, em / 3]);
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(right, y);
  context.stroke();
  context.restore();
}

/** Rings on one line are at least so many glyph radii apart. */
const apart = 3;

/** Rings on the lines where optimizers were changed on the way; of many in a row, some. */
export function drawChanges(
  context: CanvasRenderingContext2D,
  { series, range }: Plot,
  looks: readonly Look[],
  place: Placing,
  { ground, size, strength }: MarkStyle,
  rowsOf: (id: string) => readonly number[],
): void {
  context.save();
  looks.forEach(({ id, colour }, i) => {
    const line = series[i];
    context.globalAlpha = strength(i);
    let last = -Infinity;
    for (const row of rowsOf(id)) {
      const height = line?.heights[row];
      if (line === undefined || height === null || height === undefined || height > range[1]) continue;
      const across = place.across(row * line.unit);
      if (across - last < size * apart) continue;
      last = across;
      drawRing(context, across, place.down(height), size * 0.5, colour, ground);
    }
  });
  context.restore();
}

/** Glyphs on the lines and crosses at the ends of lost runs. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  { series, range, steps }: Plot,
  looks: readonly Look[],
  place: Placing,
  { ground, size, strength }: MarkStyle,
): void {
  const at = (step: number, height: number, index: number, draw: () => void): void => {
    context.save();
    context.globalAlpha = strength(index);
    context.translate(place.across(step * (series[index]?.unit ?? 1)), place.down(Math.min(height, range[1])));
    draw();
    context.restore();
  };
  const paths = new Map<Glyph, Path2D>();
  series.forEach((line, i) => {
    const look = looks[i];
    if (look === undefined) return;
    const path = paths.get(look.glyph) ?? new Path2D(glyphPath(look.glyph, size));
    paths.set(look.glyph, path);
    for (const step of glyphSteps(steps.length - 1, i, series.length, line.end?.step ?? lastStep(line))) {
      const height = line.heights[step];
      if (height !== null && height !== undefined && height <= range[1])
        at(step, height, i, () => drawGlyph(context, path, look, ground, size));
    }
  });
  series.forEach((line, i) => {
    const look = looks[i];
    const { end } = line;
    if (look !== undefined && end !== undefined)
      at(end.step, end.height, i, () => drawEnd(context, look, ground, size));
  });
}
