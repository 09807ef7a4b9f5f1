/**
 * 2×2 max pooling of a square of columns of samples, `stride` numbers from one column to the next: each pooled number is
 * the largest of four. `chosen`, from its index `first` on, gets which of the four, the first at a tie, as in PyTorch.
 * What is not a number is the largest of all.
 */
export function pool(
  numbers: Float64Array,
  from: number,
  side: number,
  to: number,
  pooledSide: number,
  stride: number,
  chosen: Uint8Array,
  first: number,
): void {
  for (let place = 0; place < pooledSide ** 2; place += 1) {
    const corner = from + cornerOf(place, pooledSide, side) * stride;
    for (let s = 0; s < stride; s += 1) {
      let best = numbers[corner + s] as number;
      let which = 0;
      for (let k = 1; k < 4; k += 1) {
        const value = numbers[corner + ((k >> 1) * side + (k & 1)) * stride + s] as number;
        if (value > best || Number.isNaN(value)) {
          best = value;
          which = k;
        }
      }
      numbers[to + place * stride + s] = best;
      chosen[first + place * stride + s] = which;
    }
  }
}

/** Hands the gradient by pooled columns back to those that were chosen; the others get 0. */
export function unpool(
  numbers: Float64Array,
  from: number,
  pooledSide: number,
  to: number,
  side: number,
  stride: number,
  chosen: Uint8Array,
  first: number,
): void {
  numbers.fill(0, to, to + side * side * stride);
  for (let place = 0; place < pooledSide ** 2; place += 1) {
    const corner = to + cornerOf(place, pooledSide, side) * stride;
    for (let s = 0; s < stride; s += 1) {
      const k = chosen[first + place * stride + s] as number;
      numbers[corner + ((k >> 1) * side + (k & 1)) * stride + s] = numbers[from + place * stride + s] as number;
    }
  }
}

/** The column at the upper left of the four that a pooled one is made of. */
const cornerOf = (place: number, pooledSide: number, side: number): number =>
  2 * Math.floor(place / pooledSide) * side + 2 * (place % pooledSide);
