import type { Glyph } from '../../optimizers/rule.ts';
import { glyphPath } from '../../scene/geometry/glyphs.ts';
import type { Look } from './look.ts';
import type { LossPlot, LossSeries } from './series.ts';

/** From a step and a height on the chart to canvas pixels. */
export interface Placing {
  across(step: number): number;
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

const lastStep = ({ heights }: LossSeries): number => heights.findLastIndex((height) => height !== null);

/** What the marks have in common. */
export interface MarkStyle {
  readonly ground: string;
  /** A glyph's radius in canvas pixels. */
  readonly size: number;
  /** Opacity of a line's marks. */
  strength(index: number): number;
}

/** Glyphs on the lines and crosses at the ends of lost runs. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  { series, range, steps }: LossPlot,
  looks: readonly Look[],
  place: Placing,
  { ground, size, strength }: MarkStyle,
): void {
  const at = (step: number, height: number, index: number, draw: () => void): void => {
    context.save();
    context.globalAlpha = strength(index);
    context.translate(place.across(step), place.down(Math.min(height, range[1])));
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
