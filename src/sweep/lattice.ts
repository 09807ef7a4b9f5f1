import type { Cells } from './cells.ts';

/**
 * Pixels of a map that are computed together: column x + i·stride for i < across, row y + j·stride for j < up. Each
 * stands for the block of `block` × `block` pixels around it until those have values of their own.
 */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly stride: number;
  readonly across: number;
  readonly up: number;
  readonly block: number;
}

/** Single pixels of a map by their place in it, row · width + column. */
export interface Spots {
  readonly pixels: Uint32Array;
}

/** Pixels that are ordered together. */
export type Region = Part | Spots;

/** Pixels of a map that is so small that it needs no coarse one before it. */
const small = 4096;
const coarse = 8;

const lattice = (width: number, height: number, x: number, y: number, stride: number, block: number): Part => ({
  x,
  y,
  stride,
  across: Math.max(0, Math.ceil((width - x) / stride)),
  up: Math.max(0, Math.ceil((height - y) / stride)),
  block,
});

/**
 * A map from coarse to fine: one run in each 8 × 8 pixels, then every second pixel of every second row, then the other
 * three quarters. All runs of the last four parts are different, so that only the first 1/64 is made twice.
 */
export function partsOf(width: number, height: number): Part[] {
  if (width * height <= small) return [lattice(width, height, 0, 0, 1, 1)];
  const middle = (size: number): number => Math.min(coarse / 2, (size - 1) >> 1);
  return [
    lattice(width, height, middle(width), middle(height), coarse, coarse),
    lattice(width, height, 0, 0, 2, 2),
    ...[
      [1, 1],
      [1, 0],
      [0, 1],
    ].map(([x = 0, y = 0]) => lattice(width, height, x, y, 2, 1)),
  ].filter(({ across, up }) => across * up > 0);
}

/** Cuts a part into bands of whole rows with about so many runs each. */
export function bandsOf(part: Part, runs: number): Part[] {
  const rows = Math.max(1, Math.floor(runs / part.across));
  return Array.from({ length: Math.ceil(part.up / rows) }, (_, i) => ({
    ...part,
    y: part.y + i * rows * part.stride,
    up: Math.min(rows, part.up - i * rows),
  }));
}

/** Cuts a region into others with about so many runs each. */
export function cut(region: Region, runs: number): Region[] {
  if (!('pixels' in region)) return bandsOf(region, runs);
  const { pixels } = region;
  const each = Math.max(1, Math.floor(runs));
  return Array.from({ length: Math.ceil(pixels.length / each) }, (_, i) => ({
    pixels: pixels.slice(i * each, (i + 1) * each),
  }));
}

/** Runs that a region has. */
export const runsIn = (region: Region): number =>
  'pixels' in region ? region.pixels.length : region.across * region.up;

/** The pixels whose runs a region has, in its order. */
export function pixelsOf(region: Region, width: number): Uint32Array {
  if ('pixels' in region) return region.pixels;
  const { x, y, stride, across, up } = region;
  return Uint32Array.from({ length: across * up }, (_, i) => {
    const row = Math.floor(i / across);
    return (y + row * stride) * width + x + (i - row * across) * stride;
  });
}

const copyCell = (to: Cells, at: number, from: Cells, i: number): void => {
  to.loss[at] = from.loss[i] as number;
  to.steps[at] = from.steps[i] as number;
  to.class[at] = from.class[i] as number;
  to.minimum[at] = from.minimum[i] as number;
};

/** Puts the cells of a region, in its order, into those of the whole map. */
export function placeRegion(map: Cells, size: readonly [number, number], region: Region, cells: Cells): void {
  if ('pixels' in region) region.pixels.forEach((at, i) => copyCell(map, at, cells, i));
  else placePart(map, size, region, cells);
}

/** Puts the cells of a part, row by row, into those of the whole map. */
function placePart(map: Cells, [width, height]: readonly [number, number], part: Part, cells: Cells): void {
  const { x, y, stride, across, up, block } = part;
  // A coarse block lies around its pixel, a fine one to the right and above.
  const isCoarse = block === coarse;
  const leftmost = x - (isCoarse ? Math.min(x, coarse / 2) : 0);
  const lowest = y - (isCoarse ? Math.min(y, coarse / 2) : 0);
  for (let j = 0; j < up; j += 1)
    for (let i = 0; i < across; i += 1) {
      const from = j * across + i;
      const left = leftmost + i * stride;
      const low = lowest + j * stride;
      const right = block > 1 && x + (i + 1) * stride >= width ? width : Math.min(width, left + block);
      const high = block > 1 && y + (j + 1) * stride >= height ? height : Math.min(height, low + block);
      for (let row = low; row < high; row += 1)
        for (let at = row * width + left; at < row * width + right; at += 1) copyCell(map, at, cells, from);
    }
}
