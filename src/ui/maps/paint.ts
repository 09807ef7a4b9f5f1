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

/** Losses that are looked at for the range of the colours. */
const sampled = 8192;

/** Where the lowest and the highest of the final losses lie, as logarithms above the least that a run can have; outliers left out. */
export function lossRange({ loss, class: kinds }: Cells, floor: number): readonly [number, number] {
  const each = Math.ceil(loss.length / sampled);
  const found: number[] = [];
  for (let at = 0; at < loss.length; at += each) {
    const [value, kind] = [loss[at] as number, kinds[at]];
    if (Number.isFinite(value) && kind !== diverged && kind !== unknownClass) found.push(value);
  }
  if (found.length === 0) return [-1, 1];
  const logs = Float64Array.from(found, (value) => excess(value, floor)).sort();
  const last = logs.length - 1;
  const [low, high] = [logs[Math.floor(0.02 * last)], logs[Math.ceil(0.98 * last)]] as [number, number];
  return high - low > 1e-6 ? [low, high] : [low - 0.5, low + 0.5];
}

const least = 1e-14;

/** log10 of how far a loss is above the lowest minimum. */
export const excess = (loss: number, floor: number): number => Math.log10(Math.max(loss - floor, least));

export function bySettings(
  cells: Cells,
  colour: MapColour,
  {
    steps,
    floor,
    range: [low, high],
  }: { readonly steps: number; readonly floor: number; readonly range: readonly [number, number] },
  theme: Theme,
): Painter {
  const others = classes.map((_, kind) => elsewhere(kind, theme));
  const green = arrivalRamp(185);
  return (at) => {
    const kind = cells.class[at] as number;
    if (kind >= diverged) return others[kind] ?? 0;
    if (colour === 'loss') return shade(amounts, (excess(cells.loss[at] as number, floor) - low) / (high - low));
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
