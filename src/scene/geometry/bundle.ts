import { type Density, full, side } from '../../engine/fan/density.ts';

/** One optimizer's fan, and how it looks. */
export interface Bundle {
  readonly density: Density;
  /** How many runs it has. */
  readonly seeds: number;
  /** #rrggbb. */
  readonly colour: string;
  /** 1, or less where another one is highlighted. */
  readonly strength: number;
}

/** Whether two lists of bundles look the same, so that nothing has to be painted again. */
export const areAlike = (some: readonly Bundle[], others: readonly Bundle[]): boolean =>
  some.length === others.length &&
  some.every(({ density, colour, strength }, i) => {
    const other = others[i] as Bundle;
    return density === other.density && colour === other.colour && strength === other.strength;
  });

/** How much of the ground's colour is laid over the surface below fans, so that their colours stand out from its own. */
export const veil = 0.4;

/** Opacity where all runs of a fan pass: the surface still shows. */
const densest = 0.9;
/** The opacity goes as this power of the share of runs that pass: the path of a single one is still seen. */
const bend = 0.3;
/** How much the densest fan of a place decides its colour: with 1 colours mix to mud where fans overlap. */
const decided = 4;

/** The opacity of each count: densest·(count/most)^bend. */
const opacities = (seeds: number): Float32Array =>
  Float32Array.from({ length: seeds * full + 1 }, (_, count) => densest * (count / (seeds * full)) ** bend);

const channels = (colour: string): readonly [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];

/** Working memory: red, green, blue and weight per cell, and the share of the surface that shows through. */
let memory: Float32Array | undefined;

/** Whether the colours of the result are multiplied by their opacity, as textures want them, or not, as a canvas does. */
type Kind = 'premultiplied' | 'straight';

/**
 * All bundles in one picture of side × side cells over the domain, red, green, blue and opacity a byte each, row 0 at the
 * lowest y. The result does not depend on the order of the bundles: opacities add as those of layers do, 1 − Π(1 − a),
 * and the colour is the mean weighted by a⁴.
 */
export function paintBundles(bundles: readonly Bundle[], kind: Kind, into: Uint8ClampedArray): void {
  const cells = side * side;
  memory ??= new Float32Array(5 * cells);
  const sums = memory;
  sums.fill(0);
  into.fill(0);
  for (const { density, seeds, colour, strength } of bundles) {
    const [red, green, blue] = channels(colour);
    const opacity = opacities(seeds);
    const { left, bottom, width, height, counts } = density;
    for (let row = 0, i = 0; row < height; row += 1)
      for (let column = 0; column < width; column += 1, i += 1) {
        const count = counts[i] as number;
        if (count === 0) continue;
        const alpha = (opacity[count] as number) * strength;
        const weight = alpha ** decided;
        const at = 5 * ((bottom + row) * side + left + column);
        sums[at] = (sums[at] as number) + weight * red;
        sums[at + 1] = (sums[at + 1] as number) + weight * green;
        sums[at + 2] = (sums[at + 2] as number) + weight * blue;
        sums[at + 3] = (sums[at + 3] as number) + weight;
        const covered = sums[at + 4] as number;
        sums[at + 4] = covered + alpha * (1 - covered);
      }
  }
  for (let cell = 0; cell < cells; cell += 1) {
    const at = 5 * cell;
    const weight = sums[at + 3] as number;
    if (weight === 0) continue;
    const alpha = sums[at + 4] as number;
    const scale = (kind === 'premultiplied' ? alpha : 1) / weight;
    into[4 * cell] = (sums[at] as number) * scale;
    into[4 * cell + 1] = (sums[at + 1] as number) * scale;
    into[4 * cell + 2] = (sums[at + 2] as number) * scale;
    into[4 * cell + 3] = alpha * 255;
  }
}
