/** The points of a path, a row per step. */
export interface Way {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** How two paths compare. */
export interface Difference {
  /**
   * - identical: to the last bit;
   * - rounding: at every step within `apart` of the diagonal;
   * - parted: not so, or one of them is longer.
   */
  readonly kind: 'identical' | 'rounding' | 'parted';
  /** The first step at which they are farther apart than that, or which only one of them has; −1 where there is none. */
  readonly step: number;
  /** The largest distance of the points of a same step. */
  readonly largest: number;
}

/** Paths have parted where they are farther apart than this, in diagonals of the domain. */
export const apart = 1e-9;

/** Compares two paths step by step; `diagonal` is that of the domain. */
export function difference(a: Way, b: Way, diagonal: number): Difference {
  const rows = Math.min(a.x.length, b.x.length);
  let [largest, step] = [0, -1];
  for (let s = 0; s < rows; s += 1) {
    const distance = Math.hypot((a.x[s] as number) - (b.x[s] as number), (a.y[s] as number) - (b.y[s] as number));
    if (distance > largest) largest = distance;
    if (step < 0 && distance > apart * diagonal) step = s;
  }
  if (step < 0 && a.x.length !== b.x.length) step = rows;
  if (step >= 0) return { kind: 'parted', step, largest };
  return { kind: largest === 0 ? 'identical' : 'rounding', step, largest };
}
