import type { Theme } from '../../scene/geometry/colours.ts';
import type { MapColour } from '../../state/maps/schema.ts';
import { type Cells, classes, unknownClass } from '../../sweep/cells.ts';
import { amount, arrival, earliness, minimumHue, outcomes, pixelOf } from './palette.ts';

const converged = classes.indexOf('converged');
const diverged = classes.indexOf('diverged');
const shades = 128;

/** A ramp of pixels, looked up by a share 0 … 1. */
const ramp = (colour: (share: number) => number): Uint32Array =>
  Uint32Array.from({ length: shades }, (_, i) => colour(i / (shades - 1)));
const shade = (of: Uint32Array, share: number): number =>
  of[Math.round(Math.min(1, Math.max(0, share)) * (shades - 1))] as number;

const arrivals = new Map<number, Uint32Array>();
const arrivalRamp = (hue: number): Uint32Array => {
  const known = arrivals.get(hue) ?? ramp((early) => pixelOf(arrival(hue, early)));
  arrivals.set(hue, known);
  return known;
};
const amounts = ramp((share) => pixelOf(amount(share)));

/** The pixel of a run that did not arrive; 0, transparent, for one that has not been made. */
const elsewhere = (kind: number, theme: Theme): number => {
  if (kind === unknownClass) return 0;
  const name = classes[kind];
  return name === undefined || name === 'converged' ? 0 : pixelOf(outcomes[name][theme]);
};

type Painter = (at: number) => number;

/** Paints every cell, the lowest row last, as images begin with their highest. */
export function paint(pixels: Uint32Array, [width, height]: readonly [number, number], painter: Painter): void {
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      pixels[(height - 1 - row) * width + column] = painter(row * width + column);
}

/** Hue: the minimum that is reached; lightness: how soon. */
export function byArrival(cells: Cells, steps: number, theme: Theme): Painter {
  const others = classes.map((_, kind) => elsewhere(kind, theme));
  const soon = Float32Array.from({ length: steps + 1 }, (_, step) => earliness(step, steps));
  return (at) => {
    const kind = cells.class[at] as number;
    if (kind !== converged) return others[kind] ?? 0;
    return shade(
      arrivalRamp(minimumHue(Math.max(0, cells.minimum[at] as number))),
      soon[cells.steps[at] as number] as number,
    );
  };
}

/** Losses that are looked at for the scale of the colours. */
const sampled = 8192;
/** Parts that the losses are divided into where the least that a run can have is not known. */
const parts = 32;
/** Losses that differ by no more than this share of them are one. */
const rounding = 1e-12;
const least = 1e-14;

/** From a final loss to its place among those of a map: 0 for the lowest, 1 for the highest. */
export type LossScale = (loss: number) => number;

/** log10 of how far losses are above the least that a run can have; outliers left out. */
function logScale(sorted: Float64Array, floor: number): LossScale {
  const excess = (loss: number): number => Math.log10(Math.max(loss - floor, least));
  const last = sorted.length - 1;
  const [low, high] = [0.02, 0.98].map((share) => excess(sorted[Math.round(share * last)] as number)) as [
    number,
    number,
  ];
  return high - low > 1e-6 ? (loss) => (excess(loss) - low) / (high - low) : () => 0.5;
}

/** As many runs to each part of the scale: there is nothing that losses below 0 could be compared with. */
function rankScale(sorted: Float64Array): LossScale {
  const knots: number[] = [];
  for (let i = 0; i <= parts; i += 1) {
    const [knot, before] = [sorted[Math.round((i / parts) * (sorted.length - 1))] as number, knots.at(-1) ?? -Infinity];
    if (knot - before > rounding * Math.abs(knot)) knots.push(knot);
  }
  const last = knots.length - 1;
  if (last === 0) return () => 0.5;
  return (loss) => {
    let [from, to] = [0, last];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((knots[middle] as number) <= loss) from = middle;
      else to = middle;
    }
    const [low, high] = [knots[from] as number, knots[to] as number];
    return (from + Math.min(1, Math.max(0, (loss - low) / (high - low)))) / last;
  };
}

/** The scale of the final losses of a map, those of runs that diverged left out; `floor` is the least loss of the surface, where it is known. */
export function lossScale({ loss, class: kinds }: Cells, floor: number | undefined): LossScale {
  const each = Math.ceil(loss.length / sampled);
  const found: number[] = [];
  for (let at = 0; at < loss.length; at += each) {
    const [value, kind] = [loss[at] as number, kinds[at]];
    if (Number.isFinite(value) && kind !== diverged && kind !== unknownClass) found.push(value);
  }
  if (found.length === 0) return () => 0.5;
  const sorted = Float64Array.from(found).sort();
  return floor === undefined ? rankScale(sorted) : logScale(sorted, floor);
}

export function bySettings(
  cells: Cells,
  colour: MapColour,
  { steps, share }: { readonly steps: number; readonly share: LossScale },
  theme: Theme,
): Painter {
  const others = classes.map((_, kind) => elsewhere(kind, theme));
  const green = arrivalRamp(185);
  return (at) => {
    const kind = cells.class[at] as number;
    if (kind >= diverged) return others[kind] ?? 0;
    if (colour === 'loss') return shade(amounts, share(cells.loss[at] as number));
    if (kind !== converged) return others[kind] ?? 0;
    if (colour === 'class') return shade(green, 0.55);
    return shade(amounts, 1 - earliness(cells.steps[at] as number, steps));
  };
}

/** Who needs the fewest gradient evaluations from a start: the place in the list, −1 where nobody arrives, −2 where not all are made. */
export function winnerAt(maps: readonly { readonly cells: Cells; readonly evaluations: number }[], at: number): number {
  let [best, fewest] = [-1, Infinity];
  for (let i = 0; i < maps.length; i += 1) {
    const { cells, evaluations } = maps[i] as (typeof maps)[number];
    const kind = cells.class[at];
    if (kind === unknownClass || kind === undefined) return -2;
    const needed = (cells.steps[at] as number) * evaluations;
    if (kind === converged && needed < fewest) [best, fewest] = [i, needed];
  }
  return best;
}
