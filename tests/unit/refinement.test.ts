import { describe, expect, it } from 'vitest';
import { type Cells, classes, emptyCells } from '../../src/sweep/cells.ts';
import { Refinement } from '../../src/sweep/refinement.ts';

const [width, height] = [5, 5];
/** The middle of the map, and it with the eight around it. */
const middle = 12;
const around = [6, 7, 8, 11, 12, 13, 16, 17, 18];

/** A map whose runs all settle at the first minimum at step 40, but for some pixels. */
const mapWith = (pixels: readonly number[], change: (cells: Cells, pixel: number) => void): Cells => {
  const cells = emptyCells(width * height);
  cells.class.fill(classes.indexOf('converged'));
  cells.minimum.fill(0);
  cells.steps.fill(40);
  cells.loss.fill(1);
  for (const pixel of pixels) change(cells, pixel);
  return cells;
};

const refinementOf = (cells: Cells, isExact = false) => new Refinement(cells, [width, height], 100, isExact);

/** Pixels that are made anew at first, in order of their place. */
const doubtfulIn = (refinement: Refinement): number[] => {
  const parts = refinement.doubtful();
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return [...value.pixels].sort((a, b) => a - b);
  }
};

describe('what float64 makes anew', () => {
  it('is nothing where all runs end alike, or everything where all has to be exact', () => {
    const cells = mapWith([], () => undefined);
    expect(doubtfulIn(refinementOf(cells))).toEqual([]);
    expect(doubtfulIn(refinementOf(cells, true))).toHaveLength(25);
  });

  it.each([
    ['class', (cells: Cells, at: number): unknown => (cells.class[at] = classes.indexOf('slow'))],
    ['minimum', (cells: Cells, at: number): unknown => (cells.minimum[at] = 1)],
    ['step, by more than a tenth of all', (cells: Cells, at: number): unknown => (cells.steps[at] = 51)],
    ['step, by more than a tenth of all, before', (cells: Cells, at: number): unknown => (cells.steps[at] = 29)],
  ] as const)('is a pixel of another %s, and all eight around it', (_, change) => {
    expect(doubtfulIn(refinementOf(mapWith([middle], change)))).toEqual(around);
  });

  it('is not one that settles a few steps later, nor one across the edge of the map', () => {
    const near = mapWith([middle], (cells, at) => (cells.steps[at] = 50));
    expect(doubtfulIn(refinementOf(near))).toEqual([]);
    const edge = mapWith([9], (cells, at) => (cells.minimum[at] = 1));
    expect(doubtfulIn(refinementOf(edge))).toEqual([3, 4, 8, 9, 13, 14]);
    const corner = mapWith([20], (cells, at) => (cells.minimum[at] = 1));
    expect(doubtfulIn(refinementOf(corner))).toEqual([15, 16, 20, 21]);
  });

  it('is one whose numbers overflowed, alone', () => {
    const cells = mapWith(
      Array.from({ length: 25 }, (_, at) => at),
      (all, at) => {
        all.class[at] = classes.indexOf('diverged');
        all.loss[at] = at === middle ? NaN : 1;
      },
    );
    expect(doubtfulIn(refinementOf(cells))).toEqual([middle]);
  });

  it('goes on beside what has changed, and asks for no pixel twice', () => {
    const cells = mapWith([], () => undefined);
    const refinement = refinementOf(cells);
    cells.minimum[middle] = 1;
    const spots = { pixels: Uint32Array.of(middle) };
    expect([...refinement.beside(spots).pixels]).toEqual(around.filter((at) => at !== middle));
    expect([...refinement.beside(spots).pixels]).toEqual([]);
  });
});
