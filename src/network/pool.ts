/** Columns of samples: a value's samples lie next to each other, `stride` numbers from one value to the next. */
interface Grid {
  /** Index of the first column. */
  readonly at: number;
  /** Columns along a side. */
  readonly side: number;
}

/**
 * 2×2 max pooling of one filter's columns: out = the largest of four. `chosen` gets which of the four it was, the first
 * at a tie, as in PyTorch.
 */
export function pool(numbers: Float64Array, from: Grid, to: Grid, stride: number, chosen: Uint8Array, first: number) {
  for (let y = 0; y < to.side; y += 1)
    for (let x = 0; x < to.side; x += 1) {
      const corner = from.at + (2 * y * from.side + 2 * x) * stride;
      const place = y * to.side + x;
      for (let s = 0; s < stride; s += 1) {
        let best = numbers[corner + s] as number;
        let which = 0;
        for (let k = 1; k < 4; k += 1) {
          const value = numbers[corner + ((k >> 1) * from.side + (k & 1)) * stride + s] as number;
          if (value > best || Number.isNaN(value)) [best, which] = [value, k];
        }
        numbers[to.at + place * stride + s] = best;
        chosen[first + place * stride + s] = which;
      }
    }
}

/** Hands the gradient of pooled columns back to those that were chosen; the others get 0. */
export function unpool(numbers: Float64Array, from: Grid, to: Grid, stride: number, chosen: Uint8Array, first: number) {
  numbers.fill(0, from.at, from.at + from.side * from.side * stride);
  for (let y = 0; y < to.side; y += 1)
    for (let x = 0; x < to.side; x += 1) {
      const corner = from.at + (2 * y * from.side + 2 * x) * stride;
      const place = y * to.side + x;
      for (let s = 0; s < stride; s += 1) {
        const k = chosen[first + place * stride + s] as number;
        numbers[corner + ((k >> 1) * from.side + (k & 1)) * stride + s] = numbers[to.at + place * stride + s] as number;
      }
    }
}
