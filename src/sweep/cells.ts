import type { Status } from '../engine/run.ts';

/**
 * What became of the run of a pixel: as the engine's status says, where `budget` is told apart. `oscillating`: in more than
 * a quarter of the steps of its last quarter the loss rose by more than a thousandth; `slow`: any other run that has not
 * settled.
 */
export const classes = ['converged', 'slow', 'oscillating', 'diverged', 'undefined'] as const;
export type Class = (typeof classes)[number];

/** The class of a pixel whose run has not been made yet. */
export const unknownClass = 255;

/** What is told of each run, one array each, row by row from the lower left. */
export interface Cells {
  /** The loss at the end; NaN where the run has no finite end. */
  readonly loss: Float64Array;
  /** The step that the class speaks of, as `at` of a Run; all steps for slow and oscillating. */
  readonly steps: Int32Array;
  /** Indices into `classes`. */
  readonly class: Uint8Array;
  /** Index into the loss's minima of the one it settled at; −1 where it did not. */
  readonly minimum: Int16Array;
}

/** Cells that are emptied in one go: some milliseconds. */
const emptiedAtOnce = 250_000;

/** Cells of runs that have not been made; hands back control after so many, as a large map has millions. */
export function* emptying(count: number): Generator<undefined, Cells> {
  const cells: Cells = {
    loss: new Float64Array(count),
    steps: new Int32Array(count),
    class: new Uint8Array(count),
    minimum: new Int16Array(count),
  };
  for (let from = 0; from < count; from += emptiedAtOnce) {
    if (from > 0) yield undefined;
    const to = from + emptiedAtOnce;
    cells.loss.fill(NaN, from, to);
    cells.steps.fill(0, from, to);
    cells.class.fill(unknownClass, from, to);
    cells.minimum.fill(-1, from, to);
  }
  return cells;
}

export function emptyCells(count: number): Cells {
  const parts = emptying(count);
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
  }
}

/** The buffers that cells are sent in. */
export const buffersOf = ({ loss, steps, minimum, class: kinds }: Cells): ArrayBuffer[] =>
  [loss, steps, minimum, kinds].map(({ buffer }) => buffer as ArrayBuffer);

const risen = 1e-3;
const oftenRisen = 4;

/** Whether the loss went from one value to the other by so much that it counts as a rise. */
const isRise = (before: number, loss: number): boolean => loss - before > risen * Math.abs(before);

/** Whether so many rises in the last quarter of a run make it oscillate. */
export const oscillates = (rises: number, steps: number): boolean => rises * oftenRisen > steps - tailOf(steps);

/** The step after which rises are counted. */
export const tailOf = (steps: number): number => Math.floor((3 * steps) / 4);

/** The class of a run of the engine: its status, and its loss from the start to its last step. */
export function classOf(status: Status, loss: Float64Array, steps: number): Class {
  if (status !== 'budget') return status;
  let rises = 0;
  for (let row = tailOf(steps) + 1; row <= steps; row += 1)
    if (isRise(loss[row - 1] as number, loss[row] as number)) rises += 1;
  return oscillates(rises, steps) ? 'oscillating' : 'slow';
}
