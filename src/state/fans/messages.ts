import type { Fan, FanSettings } from '../../engine/fan/fan.ts';

/** To whoever makes fans: one that is wanted, or the number of one that no longer is. */
export type FanOrder = { readonly order: number; readonly wanted: FanSettings } | { readonly drop: number };

/** Back from there: the fan of an order, or why there is none. Nothing comes back for what was dropped in time. */
export type FanAnswer =
  { readonly order: number; readonly fan: Fan } | { readonly order: number; readonly failure: string };

/**
 * The buffers of a fan, which are handed over and not copied when it is sent:
 *
 * - `band`: the columns low, median, high, one after the other, each steps + 1 doubles;
 * - each of the three `paths`: its columns in the order of their names in the object, each steps + 1 doubles of its run;
 * - `density.counts`: width × height whole numbers of 16 bits, row by row from the lowest y.
 */
export const buffersOf = ({ band, paths, density }: Fan): ArrayBuffer[] =>
  [band.low, ...Object.values(paths).map(({ columns }) => columns['x'] as Float64Array), density.counts].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
