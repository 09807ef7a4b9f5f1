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

/** The opacity of each count, by how many runs there are: densest·(count/most)^bend. */
const known = new Map<number, Float32Array>();

function opacities(seeds: number): Float32Array {
  const before = known.get(seeds);
  if (before !== undefined) return before;
  const most = seeds * full;
  const found = Float32Array.from({ length: most + 1 }, (_, count) => densest * (count / most) ** bend);
  known.set(seeds, found);
  return found;
}

const channels = (colour: string): readonly [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];

/** Numbers per cell: red, green and blue, each times its weight; the weights; the opacity. */
const stride = 5;
/** Working memory: the sums of the bundles that were painted last, since map and surface want the same. */
let sums: Float32Array | undefined;
let summed: readonly Bundle[] = [];

/** The rows of the grid from the lowest to the highest in which some bundle lies. */
function rowsOf(bundles: readonly Bundle[]): [from: number, to: number] {
  const densities = bundles.map(({ density }) => density);
  const from = Math.min(side, ...densities.map(({ bottom }) => bottom));
  return [from, Math.max(from, ...densities.map(({ bottom, height }) => bottom + height))];
}

/** Adds a bundle to the sums. The colour's weight is the fourth power of the opacity: with less colours mix to mud. */
function add(into: Float32Array, { density, seeds, colour, strength }: Bundle): void {
  const [red, green, blue] = channels(colour);
  const opacity = opacities(seeds);
  const { left, bottom, width, height, counts } = density;
  for (let row = 0, i = 0; row < height; row += 1) {
    let at = stride * ((bottom + row) * side + left);
    for (const end = i + width; i < end; i += 1, at += stride) {
      const count = counts[i] as number;
      if (count === 0) continue;
      const alpha = (opacity[count] as number) * strength;
      const weight = alpha * alpha * alpha * alpha;
      into[at] = (into[at] as number) + weight * red;
      into[at + 1] = (into[at + 1] as number) + weight * green;
      into[at + 2] = (into[at + 2] as number) + weight * blue;
      into[at + 3] = (into[at + 3] as number) + weight;
      const covered = into[at + 4] as number;
      into[at + 4] = covered + alpha * (1 - covered);
    }
  }
}

/** The sums of all bundles, in the rows in which they lie. */
function sumOf(bundles: readonly Bundle[], [from, to]: readonly [number, number]): Float32Array {
  if (sums !== undefined && areAlike(bundles, summed)) return sums;
  sums ??= new Float32Array(stride * side * side);
  sums.fill(0, stride * from * side, stride * to * side);
  for (const bundle of bundles) add(sums, bundle);
  summed = bundles;
  return sums;
}

/** Whether the colours of the result are multiplied by their opacity, as textures want them, or not, as a canvas does. */
type Kind = 'premultiplied' | 'straight';

/**
 * All bundles in one picture of side × side cells over the domain, red, green, blue and opacity a byte each, row 0 at the
 * lowest y. The result does not depend on the order of the bundles: opacities add as those of layers do, 1 − Π(1 − a),
 * and the colour is the mean weighted by a⁴, so that the densest fan of a place decides it.
 */
export function paintBundles(bundles: readonly Bundle[], kind: Kind, into: Uint8ClampedArray): void {
  const [from, to] = rowsOf(bundles);
  const sums = sumOf(bundles, [from, to]);
  into.fill(0);
  for (let cell = from * side, at = stride * cell; cell < to * side; cell += 1, at += stride) {
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
