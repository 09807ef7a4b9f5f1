import { spare } from './spare.ts';

/** Cells along each side of the grid that lies over a domain. */
export const side = 480;
/** What a run adds to a cell that its line fills. */
export const full = 64;

/**
 * How many runs passed through each cell of a grid of side × side cells over a domain: the bundle as a picture, which is
 * as large for two hundred runs as for two. Only the part that is not empty is kept.
 */
export interface Density {
  /** The first column and the first row that are kept; row 0 is at the domain's lowest y. */
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  /** width × height counts, row by row from the bottom, in units of 1/full of a run. */
  readonly counts: Uint16Array;
}

/** Moves shorter than this, in cells, are drawn together. */
const still = 1;
/** How far `own` counts from run to run: a power of two above `full`. */
const perRun = 128;

const grids = spare((length) => new Uint16Array(length));

/** Draws runs into a grid, one after the other. A run that crosses its own path counts once there. */
export class DensityBuilder {
  private readonly counts = grids.take(side * side).fill(0);
  /** The latest run in a cell, counted from 1 in units of `perRun`, and above that what it added there. */
  private readonly own = grids.take(side * side).fill(0);
  private run = 0;
  private readonly domain: readonly [number, number, number, number];

  constructor(domain: readonly [number, number, number, number]) {
    this.domain = domain;
  }

  /**
   * Draws a run of so many steps; what lies outside the domain is left out. A line from (a, p) to (b, q) in cells is drawn
   * cell by cell along the first coordinate, in which it is longer; each point is shared between the two cells beside it.
   * `along` and `beside` are the strides of the two coordinates. Wu 1991, doi:10.1145/127719.122734.
   *
   * All in one function: to call another with numbers that are not whole is to allocate each of them.
   */
  add(x: Float64Array, y: Float64Array, steps: number): void {
    const [x0, x1, y0, y1] = this.domain;
    const across = side / (x1 - x0);
    const up = side / (y1 - y0);
    const { counts, own } = this;
    let fromX = ((x[0] as number) - x0) * across;
    let fromY = ((y[0] as number) - y0) * up;
    this.run += perRun;
    const { run } = this;
    for (let s = 1; s <= steps; s += 1) {
      const toX = ((x[s] as number) - x0) * across;
      const toY = ((y[s] as number) - y0) * up;
      const dx = Math.abs(toX - fromX);
      const dy = Math.abs(toY - fromY);
      if (dx < still && dy < still && s < steps) continue;
      const isLevel = dx >= dy;
      const isBackward = isLevel ? fromX > toX : fromY > toY;
      const ax = isBackward ? toX : fromX;
      const ay = isBackward ? toY : fromY;
      const bx = isBackward ? fromX : toX;
      const by = isBackward ? fromY : toY;
      const a = isLevel ? ax : ay;
      const p = isLevel ? ay : ax;
      const b = isLevel ? bx : by;
      const q = isLevel ? by : bx;
      const along = isLevel ? 1 : side;
      const beside = isLevel ? side : 1;
      fromX = toX;
      fromY = toY;
      const slope = b > a ? (q - p) / (b - a) : q - p;
      const first = p - 0.5 + (0.5 - a) * slope;
      const last = Math.min(side - 1, Math.floor(b));
      for (let i = Math.max(0, Math.floor(a)); i <= last; i += 1) {
        const at = first + i * slope;
        // Written so that a place that is not a number is none.
        if (!(at >= 0 && at < side - 1)) continue;
        const j = at | 0;
        const second = ((at - j) * full + 0.5) | 0;
        let cell = i * along + j * beside;
        // No branches: which of a cell's lines is the fullest nothing can guess.
        let before = Math.max(run, own[cell] as number);
        let after = Math.max(before, run + full - second);
        counts[cell] = (counts[cell] as number) + after - before;
        own[cell] = after;
        cell += beside;
        before = Math.max(run, own[cell] as number);
        after = Math.max(before, run + second);
        counts[cell] = (counts[cell] as number) + after - before;
        own[cell] = after;
      }
    }
  }

  /** What has been drawn; nothing more can be. */
  take(): Density {
    const density = this.kept();
    grids.give(this.counts);
    grids.give(this.own);
    return density;
  }

  private kept(): Density {
    let [left, bottom, right, top] = [side, side, -1, -1];
    const { counts: all } = this;
    for (let row = 0; row < side; row += 1) {
      let [first, last] = [row * side, (row + 1) * side - 1];
      while (first <= last && all[first] === 0) first += 1;
      if (first > last) continue;
      while (all[last] === 0) last -= 1;
      left = Math.min(left, first - row * side);
      right = Math.max(right, last - row * side);
      if (top < 0) bottom = row;
      top = row;
    }
    if (top < 0) return { left: 0, bottom: 0, width: 0, height: 0, counts: new Uint16Array(0) };
    const [width, height] = [right - left + 1, top - bottom + 1];
    const counts = new Uint16Array(width * height);
    for (let row = 0; row < height; row += 1) {
      const start = (bottom + row) * side + left;
      counts.set(all.subarray(start, start + width), row * width);
    }
    return { left, bottom, width, height, counts };
  }
}
