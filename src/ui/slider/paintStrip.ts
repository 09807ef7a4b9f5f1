import type { Theme } from '../../scene/geometry/colours.ts';
import { classes } from '../../sweep/cells.ts';
import { bestOf, type Strip } from '../../state/maps/strips.ts';
import { bySettings, lossScale } from '../maps/paint.ts';
import { outcomes, pixelOf } from '../maps/palette.ts';

const diverged = classes.indexOf('diverged');
/** The share of the height that the runs have; under them is the tip. */
const runsShare = 0.6;

/** What lies on the hatch of runs that diverge. */
const hatch: Readonly<Record<Theme, number>> = {
  dark: pixelOf([0.62, 0.62, 0.66]),
  light: pixelOf([0.72, 0.72, 0.76]),
};

/**
 * Paints a strip: the final loss of each run by colour, diverged hatched, and under them a tip that points at the lowest.
 *
 * @param size pixels across and up
 * @param dot pixels that are as wide as a hatch's line
 */
export function paintStrip(
  pixels: Uint32Array,
  [width, height]: readonly [number, number],
  strip: Strip,
  theme: Theme,
  dot: number,
): void {
  const { cells, floor } = strip;
  const count = cells.loss.length;
  const colour = bySettings(cells, 'loss', { steps: 1, share: lossScale(cells, floor) }, theme);
  const runs = Math.round(height * runsShare);
  const ground = pixelOf(outcomes.diverged[theme]);
  for (let x = 0; x < width; x += 1) {
    const run = Math.floor(((x + 0.5) / width) * count);
    const isHatched = cells.class[run] === diverged;
    const flat = colour(run);
    for (let y = 0; y < runs; y += 1) {
      const isLine = (x + y) % (4 * dot) < dot;
      pixels[y * width + x] = isHatched ? (isLine ? hatch[theme] : ground) : flat;
    }
  }
  pixels.fill(0, runs * width);
  const best = bestOf(strip);
  if (best === undefined) return;
  const tip = pixelOf(theme === 'dark' ? [1, 1, 1] : [0.1, 0.1, 0.13]);
  const middle = ((best + 0.5) / count) * width;
  for (let y = runs; y < height; y += 1) {
    const reach = y - runs + 0.5 * dot;
    for (let x = Math.max(0, Math.ceil(middle - reach)); x <= Math.min(width - 1, Math.floor(middle + reach)); x += 1)
      pixels[y * width + x] = tip;
  }
}
