import type { Colour } from './palette.ts';

/** Numbers as a square picture, row by row, into pixels of four bytes: from `low` to `high`, mixed by `share`. */
export function paintSquare(
  pixels: Uint8ClampedArray,
  numbers: ArrayLike<number>,
  colour: (value: number) => Colour,
): void {
  for (let i = 0; i < numbers.length; i += 1) {
    const [red, green, blue] = colour(numbers[i] as number);
    pixels.set([red, green, blue, 255], 4 * i);
  }
}

export const mix = (from: Colour, to: Colour, share: number): Colour =>
  [0, 1, 2].map((k) => (from[k] as number) * (1 - share) + (to[k] as number) * share) as unknown as Colour;

/** Negative weights in one colour, positive ones in another, 0 is the ground; `most` is the strongest. */
export const diverging =
  (ground: Colour, negative: Colour, positive: Colour, most: number) =>
  (weight: number): Colour =>
    mix(ground, weight < 0 ? negative : positive, most === 0 ? 0 : Math.min(1, Math.abs(weight) / most));
