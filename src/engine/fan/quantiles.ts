import { spare } from './spare.ts';

/** The shares of a fan that are told: its low end, its middle and its high end. */
export const shares = { low: 0.1, median: 0.5, high: 0.9 } as const;
export type Share = keyof typeof shares;

/** A number for each of the shares. */
export type Spread = Readonly<Record<Share, number>>;

/**
 * The place of a share among n values in ascending order, round(share·(n − 1)): always that of one of the values, never
 * between two of them, so that what is told of a fan was seen in one of its runs. Of two middle values it is the upper.
 */
export const placeOf = (share: Share, n: number): number => Math.round(shares[share] * (n - 1));

const inOrder = (values: Float64Array): Spread => {
  const at = (share: Share): number => values[placeOf(share, values.length)] as number;
  return { low: at('low'), median: at('median'), high: at('high') };
};

/** The spread of some numbers; what is not finite counts as larger than all others. */
export const spreadOf = (values: Float64Array): Spread => inOrder(values.toSorted());

/** Row s: a measure's spread over the runs of a fan after s steps; not finite where too many of them have no number. */
export type Band = Readonly<Record<Share, Float64Array>>;

/** Rows that are put in order in one go. */
const rowsAtOnce = 1000;

const tables = spare((length): Float64Array => new Float64Array(length));

/** Collects a measure of n runs, and tells its spread at every row. */
export class BandBuilder {
  /** The values of all runs at row 0, then those at row 1, …; NaN where a run has ended. */
  private readonly values: Float64Array;
  private readonly rows: number;
  private readonly n: number;
  private done = 0;
  /** The runs in the order of the latest row, and its values in that order. */
  private readonly order: Uint16Array;
  private readonly sorted: Float64Array;
  /** Its columns are in one buffer. Complete once `advance` says so. */
  readonly band: Band;

  constructor(rows: number, n: number) {
    this.rows = rows;
    this.n = n;
    this.values = tables.take(rows * n).fill(NaN);
    this.order = Uint16Array.from({ length: n }, (_, run) => run);
    this.sorted = new Float64Array(n);
    const buffer = new ArrayBuffer(3 * 8 * rows);
    const column = (i: number): Float64Array => new Float64Array(buffer, 8 * rows * i, rows);
    this.band = { low: column(0), median: column(1), high: column(2) };
  }

  /** Takes a run's column, which may have fewer rows, as the one at `place`. */
  add(place: number, column: Float64Array): void {
    const { values, n } = this;
    for (let row = 0; row < column.length; row += 1) values[row * n + place] = column[row] as number;
  }

  /** Once all columns are there: tells the spread at the next rows; whether there are more. */
  advance(): boolean {
    const { n, band, sorted } = this;
    const [low, median, high] = [placeOf('low', n), placeOf('median', n), placeOf('high', n)];
    const end = Math.min(this.rows, this.done + rowsAtOnce);
    for (let row = this.done; row < end; row += 1) {
      this.sort(row);
      band.low[row] = sorted[low] as number;
      band.median[row] = sorted[median] as number;
      band.high[row] = sorted[high] as number;
    }
    this.done = end;
    if (end < this.rows) return true;
    tables.give(this.values);
    return false;
  }

  /**
   * Puts a row in order by insertion, beginning with the order of the row before it, from which it differs little: half
   * the time that a sort takes which knows nothing of that. What is no number comes last.
   */
  private sort(row: number): void {
    const { values, n, order, sorted } = this;
    const start = row * n;
    for (let i = 0; i < n; i += 1) {
      const run = order[i] as number;
      const value = values[start + run] as number;
      let j = i - 1;
      for (; j >= 0; j -= 1) {
        const before = sorted[j] as number;
        if (before <= value || Number.isNaN(value)) break;
        sorted[j + 1] = before;
        order[j + 1] = order[j] as number;
      }
      sorted[j + 1] = value;
      order[j + 1] = run;
    }
  }
}
