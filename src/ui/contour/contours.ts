import { contours as isobands } from 'd3-contour';
import type { Field } from '../../engine/field.ts';

/** A closed line in domain coordinates: x, y, x, y, …; the last point is the first. */
export type Ring = Float64Array;

/** The region where the loss is at or above a level. */
export interface Band {
  /** The level as a share of the drawn height, 0 … 1; −∞ for the region where the loss is a number at all. */
  readonly level: number;
  /** Outlines and holes alike: fill by the even–odd rule. */
  readonly rings: readonly Ring[];
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Bands of equal steps in height, lowest first, each lying on the ones before it. The field is sampled on a grid of
 * columns × rows points that reaches half a cell over the domain's edge: clip to the domain when drawing, as the corners
 * of the outermost cells are cut.
 *
 * @param unit loss → height, 0 … 1 over the domain; what is not a number is left out of every band
 */
export function* eachBand(
  field: Field,
  params: Readonly<Record<string, number>>,
  domain: readonly [number, number, number, number],
  unit: (loss: number) => number,
  levels: number,
  { columns, rows }: Grid,
): Generator<Band, undefined> {
  const [x0, x1, y0, y1] = domain;
  const cells = columns * rows;
  const dx = (x1 - x0) / (columns - 2);
  const dy = (y1 - y0) / (rows - 2);
  const xs = new Float64Array(cells);
  const ys = new Float64Array(cells);
  for (let i = 0; i < cells; i += 1) {
    xs[i] = x0 + ((i % columns) - 0.5) * dx;
    ys[i] = y0 + (Math.floor(i / columns) - 0.5) * dy;
  }
  const heights = new Float64Array(cells);
  field.sample(params, xs, ys, heights);
  for (let i = 0; i < cells; i += 1) heights[i] = unit(heights[i] as number);
  const generator = isobands().size([columns, rows]);
  const place = (ring: [number, number][]): Ring => {
    const placed = new Float64Array(ring.length * 2);
    ring.forEach(([column, row], i) => {
      placed[2 * i] = x0 + (column - 1) * dx;
      placed[2 * i + 1] = y0 + (row - 1) * dy;
    });
    return placed;
  };
  const thresholds = [-Infinity, ...Array.from({ length: levels - 1 }, (_, i) => (i + 1) / levels)];
  for (const level of thresholds) {
    // d3-contour reads any indexed sequence of numbers, though its types ask for an array.
    const { coordinates } = generator.contour(heights as unknown as number[], level);
    yield { level, rings: coordinates.flatMap((polygon) => polygon.map((ring) => place(ring as [number, number][]))) };
  }
}
