import type { Standard } from './data/split.ts';
import type { Model } from './predict.ts';
import { layersOf } from './shape.ts';

/** The weights of a unit of the first layer, or of a filter, as a square picture, row by row. */
export interface WeightPicture {
  readonly side: number;
  readonly weights: Float64Array;
}

/** What each unit of the first layer looks for; none where its inputs are no square. */
export function firstLayer({ shape, parameters }: Model): WeightPicture[] {
  const [{ ins, outs, weights }] = layersOf(shape) as [ReturnType<typeof layersOf>[number]];
  const side = Math.round(Math.sqrt(ins));
  if (side < 2 || side * side !== ins) return [];
  return Array.from({ length: outs }, (_, unit) => ({
    side,
    weights: parameters.slice(weights + unit * ins, weights + (unit + 1) * ins),
  }));
}

/**
 * The inputs of a network at the points of a grid, row by row from the lowest y, as `predict` takes them: two inputs that
 * are coordinates, from x0 to x1 and y0 to y1. One input has x alone, and rows is 1.
 */
export function gridInputs(
  [x0, x1, y0, y1]: readonly [number, number, number, number],
  columns: number,
  rows: number,
  standard?: Standard,
): Float64Array {
  const ins = rows === 1 ? 1 : 2;
  const along = (from: number, to: number, i: number, count: number): number =>
    count === 1 ? from : from + ((to - from) * i) / (count - 1);
  const scaled = (value: number, i: number): number =>
    standard === undefined ? value : (value - (standard.mean[i] as number)) / (standard.deviation[i] as number);
  const inputs = new Float64Array(ins * columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = ins * (row * columns + column);
      inputs[at] = scaled(along(x0, x1, column, columns), 0);
      if (ins === 2) inputs[at + 1] = scaled(along(y0, y1, row, rows), 1);
    }
  return inputs;
}
