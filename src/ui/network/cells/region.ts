import { type Colour, classColour, colourOf } from './palette.ts';

/** What a network says on a grid, as colours. */
export interface RegionLook {
  readonly theme: 'dark' | 'light';
  readonly ground: Colour;
  readonly ink: Colour;
  /** Of numbers: those that have the colours of the first two classes, and all in between a mixture. */
  readonly range: readonly [number, number];
}

/** How much of a class's colour there is where the network is unsure, and how much more where it is sure. */
const [least, more] = [0.22, 0.5];
/** Ink on the border between two regions. */
const border = 0.55;

/** Interpolates the grid's rows at a height, 0 … side − 1 from the lowest, into `into`: one row of the grid. */
function rowAt(outputs: Float32Array, side: number, classes: number, y: number, into: Float64Array): void {
  const j = Math.min(side - 2, Math.floor(y));
  const share = y - j;
  const length = side * classes;
  for (let k = 0; k < length; k += 1) {
    const low = outputs[j * length + k] as number;
    into[k] = low + ((outputs[(j + 1) * length + k] as number) - low) * share;
  }
}

/**
 * Writes the picture of a region, `width` × `width` pixels of four bytes, the top row first. `outputs`: classes (or one
 * number) at side × side places, row by row from the lowest y. The class with the largest probability gives the colour,
 * its lead over the next one the strength; where the class changes there is a line.
 */
export function paintRegion(
  pixels: Uint8ClampedArray,
  width: number,
  outputs: Float32Array,
  side: number,
  classes: number,
  { theme, ground, ink, range }: RegionLook,
): void {
  const colours = Float64Array.from(
    Array.from({ length: Math.max(2, classes) }, (_, c) => colourOf(classColour(theme, c))).flat(),
  );
  const across = new Float64Array(side * classes);
  /** The class of each pixel of the row above, and then of this row. */
  const best = new Uint8Array(width);
  const step = (side - 1) / (width - 1);
  for (let row = 0; row < width; row += 1) {
    rowAt(outputs, side, classes, (width - 1 - row) * step, across);
    for (let column = 0; column < width; column += 1) {
      const x = column * step;
      const i = Math.min(side - 2, Math.floor(x));
      let first = 0;
      let highest = -Infinity;
      let second = -Infinity;
      for (let c = 0; c < classes; c += 1) {
        const left = across[i * classes + c] as number;
        const value = left + ((across[(i + 1) * classes + c] as number) - left) * (x - i);
        // What is not a number stays one, and has no colour.
        if (!(value <= highest)) {
          second = highest;
          highest = value;
          first = c;
        } else if (value > second) second = value;
      }
      const isNumber = classes === 1;
      const share = isNumber ? Math.min(1, Math.max(0, (highest - range[0]) / (range[1] - range[0]))) : 0;
      const strength = isNumber ? least + more : least + more * Math.min(1, highest - second);
      const isBorder = (column > 0 && best[column - 1] !== first) || (row > 0 && best[column] !== first);
      best[column] = first;
      const line = isBorder ? border : 0;
      const low = 3 * first;
      const high = isNumber ? 3 : low;
      for (let k = 0; k < 3; k += 1) {
        const own = (colours[low + k] as number) * (1 - share) + (colours[high + k] as number) * share;
        const mixed = (ground[k] as number) * (1 - strength) + own * strength;
        pixels[4 * (row * width + column) + k] = mixed * (1 - line) + (ink[k] as number) * line;
      }
      pixels[4 * (row * width + column) + 3] = 255;
    }
  }
}
