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

/** Interpolates the grid at a place, 0 … side − 1 along each direction, into `into`. */
function at(outputs: Float32Array, side: number, classes: number, x: number, y: number, into: Float64Array): void {
  const i = Math.min(side - 2, Math.floor(x));
  const j = Math.min(side - 2, Math.floor(y));
  const [u, w] = [x - i, y - j];
  const corner = (j * side + i) * classes;
  const up = side * classes;
  for (let c = 0; c < classes; c += 1) {
    const low = (outputs[corner + c] as number) * (1 - u) + (outputs[corner + classes + c] as number) * u;
    const high = (outputs[corner + up + c] as number) * (1 - u) + (outputs[corner + up + classes + c] as number) * u;
    into[c] = low * (1 - w) + high * w;
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
  const colours = Array.from({ length: Math.max(2, classes) }, (_, c) => colourOf(classColour(theme, c)));
  const here = new Float64Array(classes);
  const best = new Uint8Array(width * width);
  const step = (side - 1) / (width - 1);
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column < width; column += 1) {
      at(outputs, side, classes, column * step, (width - 1 - row) * step, here);
      const pixel = row * width + column;
      let [first, second] = [0, -Infinity];
      for (let c = 1; c < classes; c += 1) {
        const value = here[c] as number;
        if (value > (here[first] as number)) {
          second = here[first] as number;
          first = c;
        } else if (value > second) second = value;
      }
      const share =
        classes === 1 ? Math.min(1, Math.max(0, ((here[0] as number) - range[0]) / (range[1] - range[0]))) : 0;
      const strength = classes === 1 ? least + more : least + more * Math.min(1, (here[first] as number) - second);
      const low = colours[first] as Colour;
      const high = colours[classes === 1 ? 1 : first] as Colour;
      const isBorder =
        classes > 1 && ((column > 0 && best[pixel - 1] !== first) || (row > 0 && best[pixel - width] !== first));
      best[pixel] = first;
      const line = isBorder ? border : 0;
      for (let k = 0; k < 3; k += 1) {
        const own = (low[k] as number) * (1 - share) + (high[k] as number) * share;
        const mixed = (ground[k] as number) * (1 - strength) + own * strength;
        pixels[4 * pixel + k] = mixed * (1 - line) + (ink[k] as number) * line;
      }
      pixels[4 * pixel + 3] = 255;
    }
}
