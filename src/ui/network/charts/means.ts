/** Rows that a chart of curves has at most: more do not fit beside each other, and hide each other. */
const rowsAtMost = 250;

/** Epochs from row to row of a chart of so many: 1, or an odd number, so that as many lie on either side of a row. */
export const strideFor = (epochs: number): number => 1 + 2 * Math.max(0, Math.ceil((epochs / rowsAtMost - 1) / 2));

/**
 * Row j: the mean of the `stride` values around place j·stride, Σ v(i) / stride for |i − j·stride| ≤ (stride − 1)/2; at the
 * ends of those that are as near on both sides, so that row 0 is value 0.
 */
export function meansOf(values: Float64Array, stride: number): Float64Array {
  const last = values.length - 1;
  return Float64Array.from({ length: Math.floor(last / stride) + 1 }, (_, row) => {
    const middle = row * stride;
    const reach = Math.min((stride - 1) / 2, middle, last - middle);
    let sum = 0;
    for (let i = middle - reach; i <= middle + reach; i += 1) sum += values[i] as number;
    return sum / (2 * reach + 1);
  });
}
