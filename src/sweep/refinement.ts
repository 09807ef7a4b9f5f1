import { type Cells, classes } from './cells.ts';
import type { Spots } from './lattice.ts';

const [diverged, undefinedThere] = (['diverged', 'undefined'] as const).map((name) => classes.indexOf(name));
/** Neighbours that settle so far apart, as a share of all steps, are chaotic. */
const leap = 0.1;
/** Pixels that are compared in one go: some milliseconds. */
const pixelsAtOnce = 100_000;

/**
 * What float64 makes anew of a map that float32 has drawn. Two runs of nearly the same numbers end alike except near a
 * boundary between outcomes, or where runs are chaotic, and there float32 cannot be trusted: every pixel that has a
 * neighbour of another outcome is made anew, and so on from those that float64 has changed, until none is left. An
 * outcome is a class and, where it has settled, the minimum. The step that a class speaks of, or whether a run swings, can
 * be told otherwise anywhere: where every run has to be the engine's, all others are made anew too, after those.
 */
export class Refinement {
  private readonly cells: Cells;
  private readonly leap: number;
  private readonly size: readonly [number, number];
  private readonly isExact: boolean;
  /** 1 where float64 has been asked for the pixel. */
  private readonly isAsked: Uint8Array;

  /**
   * @param cells the map's
   * @param steps of each run
   * @param isExact whether every run has to be that of float64
   */
  constructor(cells: Cells, size: readonly [number, number], steps: number, isExact: boolean) {
    this.cells = cells;
    this.size = size;
    this.isExact = isExact;
    this.leap = steps * leap;
    this.isAsked = new Uint8Array(size[0] * size[1]);
  }

  private differ(one: number, other: number): boolean {
    const { class: kinds, minimum, steps } = this.cells;
    return (
      kinds[one] !== kinds[other] ||
      minimum[one] !== minimum[other] ||
      Math.abs((steps[one] as number) - (steps[other] as number)) > this.leap
    );
  }

  private ask(pixel: number, into: number[]): void {
    if (this.isAsked[pixel] === 1) return;
    this.isAsked[pixel] = 1;
    into.push(pixel);
  }

  /**
   * Pixels with a neighbour of another outcome, of the eight around them, and those whose numbers overflowed; then, where
   * all has to be exact, all others. Hands back control after so many pixels: a large map has millions.
   */
  *doubtful(): Generator<undefined, Spots> {
    const [width, height] = this.size;
    const { class: kinds, loss } = this.cells;
    const found: number[] = [];
    const rowsAtOnce = Math.max(1, Math.floor(pixelsAtOnce / width));
    // Half of the neighbours, as each pair is seen from one side.
    for (let at = 0, row = 0; row < height; row += 1) {
      if (row > 0 && row % rowsAtOnce === 0) yield undefined;
      for (let column = 0; column < width; column += 1, at += 1) {
        const isOver = kinds[at] === diverged || kinds[at] === undefinedThere;
        if (isOver && Number.isNaN(loss[at])) this.ask(at, found);
        const isLast = column === width - 1;
        if (!isLast) this.compare(at, at + 1, found);
        if (row === height - 1) continue;
        if (column > 0) this.compare(at, at + width - 1, found);
        this.compare(at, at + width, found);
        if (!isLast) this.compare(at, at + width + 1, found);
      }
    }
    if (this.isExact)
      for (let at = 0; at < width * height; at += 1) {
        if (at > 0 && at % pixelsAtOnce === 0) yield undefined;
        this.ask(at, found);
      }
    return { pixels: Uint32Array.from(found) };
  }

  private compare(one: number, other: number, into: number[]): void {
    if (!this.differ(one, other)) return;
    this.ask(one, into);
    this.ask(other, into);
  }

  /** Neighbours of pixels that float64 has made which are of another outcome, and which it has not made. */
  beside({ pixels }: Spots): Spots {
    const [width, height] = this.size;
    const found: number[] = [];
    for (const at of pixels) {
      const [column, row] = [at % width, Math.floor(at / width)];
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x += 1)
          if (this.differ(at, y * width + x)) this.ask(y * width + x, found);
    }
    return { pixels: Uint32Array.from(found) };
  }
}
