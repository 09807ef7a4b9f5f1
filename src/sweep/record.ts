import { type Cells, classes, emptyCells, oscillates } from './cells.ts';

const [converged, slow, oscillating, diverged, undefinedThere] = classes.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
];
const over = 1_000_000;
const perMinimum = 32_768;

/**
 * Reads cells from the records of a map's shader, four numbers a pixel, see `mapShader`.
 *
 * @param hasMinima whether the loss's minima are known: without them a run settles at none of them
 */
export function cellsFrom(records: Float32Array, steps: number, hasMinima: boolean): Cells {
  const count = records.length / 4;
  const cells = emptyCells(count);
  for (let at = 0; at < count; at += 1) {
    const near = records[4 * at] as number;
    const gone = records[4 * at + 1] as number;
    cells.steps[at] = steps;
    if (gone >= over) {
      cells.class[at] = (gone - over) % 2 === 1 ? diverged : undefinedThere;
      cells.steps[at] = Math.floor((gone - over) / 2);
      continue;
    }
    cells.loss[at] = records[4 * at + 3] as number;
    if (gone >= 0) {
      cells.class[at] = diverged;
      cells.steps[at] = gone;
    } else if (near >= 0) {
      cells.class[at] = converged;
      if (hasMinima) cells.minimum[at] = Math.floor(near / perMinimum);
      cells.steps[at] = near % perMinimum;
    } else cells.class[at] = oscillates(records[4 * at + 2] as number, steps) ? oscillating : slow;
  }
  return cells;
}
