import type { Plot } from '../../scene/geometry/arrow.ts';

/** Where the domain lies on the screen, in CSS pixels: x grows to the right, y upwards. */
export interface Plane {
  readonly domain: readonly [number, number, number, number];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Screen x of a domain x. */
export const acrossOf = ({ domain: [x0, x1], left, width }: Plane, x: number): number =>
  left + ((x - x0) / (x1 - x0)) * width;

/** Screen y of a domain y. */
export const downOf = ({ domain: [, , y0, y1], top, height }: Plane, y: number): number =>
  top + ((y1 - y) / (y1 - y0)) * height;

/** The domain point under a screen point, kept inside the domain. */
export function pointAt({ domain: [x0, x1, y0, y1], left, top, width, height }: Plane, across: number, down: number) {
  const share = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    x: x0 + share((across - left) / width) * (x1 - x0),
    y: y1 - share((down - top) / height) * (y1 - y0),
  };
}

/** Rounds a coordinate to a decimal place finer than one pixel, so that a picked number reads well. */
export function roundToPixel(value: number, unitsPerPixel: number): number {
  const places = Math.min(12, Math.max(0, Math.ceil(-Math.log10(unitsPerPixel))));
  return Number(value.toFixed(places));
}

/** The plane as arrows need it; what ends a little outside the frame still counts as seen whole. */
export function plotOf(plane: Plane): Plot {
  const { domain, left, top, width, height } = plane;
  const [x0, x1, y0, y1] = domain;
  const [dx, dy] = [(x1 - x0) * 0.02, (y1 - y0) * 0.02];
  return {
    scaleX: width / (x1 - x0),
    scaleY: height / (y1 - y0),
    place: (x, y) => ({ x: acrossOf(plane, x), y: downOf(plane, y) }),
    spacing: Infinity,
    bounds: [x0 - dx, y0 - dy, x1 + dx, y1 + dy],
    room: [left, top, left + width, top + height],
  };
}
