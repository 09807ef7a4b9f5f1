import type { GhostKind } from '../../state/ghosts.ts';

/** A ghost's line is this much as wide as a run's. */
export const ghostWidth = 0.6;

/** Its dashes, in widths of its own line: unlike those of any run. */
export const ghostDashes: Readonly<Record<GhostKind, readonly number[]>> = {
  untouched: [1.5, 3.5],
  variant: [7, 4],
  low: [3, 2],
  median: [],
  high: [3, 2],
  recorded: [1, 1.6],
};

/** How much white is mixed into the optimizer's colour. */
const share = 0.35;

/** An optimizer's colour, #rrggbb, paler. It is opaque, since pieces of a translucent line show where they overlap. */
export const ghostColour = (colour: string): string =>
  `rgb(${[1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16))
    .map((value) => Math.round(value + (255 - value) * share))
    .join(', ')})`;
