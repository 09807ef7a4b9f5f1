import { clipSegment, type Box } from './clip.ts';

/** A place on the screen, in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A point of the domain, or a difference of two. */
type Pair = Pixel;

/** How a picture shows the domain. */
export interface Plot {
  /** Pixels per unit of x and of y, where the picture shows them straight on: what arrows of a given length are made with. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Where a domain point, lifted to the surface, is seen; undefined where it is not. */
  place(x: number, y: number): Pixel | undefined;
  /** Pixels between points of a line that has to follow the surface; Infinity where straight lines stay straight. */
  readonly spacing: number;
  /** The part of the domain in which something can be drawn: x from, y from, x to, y to. */
  readonly bounds: Box;
  /** Where numbers stay, in pixels. */
  readonly room: Box;
}

/** A segment of the domain as it is seen, and whether its end is where it ought to be. */
interface Line {
  readonly points: readonly Pixel[];
  readonly isWhole: boolean;
}

const mostPieces = 120;

const distance = (a: Pixel, b: Pixel): number => Math.hypot(b.x - a.x, b.y - a.y);

/** Pixels that a move in the domain would be long, seen straight on. */
export const plotLength = ({ scaleX, scaleY }: Plot, { x, y }: Pair): number => Math.hypot(x * scaleX, y * scaleY);

/**
 * A move in the direction of `pair` that is `pixels` long, seen straight on; undefined for one that is zero or not finite.
 */
export function withLength(plot: Plot, { x, y }: Pair, pixels: number): Pair | undefined {
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (!(size > 0) || !Number.isFinite(size)) return undefined;
  const unit = { x: x / size, y: y / size };
  const factor = pixels / plotLength(plot, unit);
  return { x: unit.x * factor, y: unit.y * factor };
}

/** The segment from a domain point on, as it is seen: clipped to the bounds, and as far as the surface has no hole. */
export function lineOn(plot: Plot, from: Pair, move: Pair): Line | undefined {
  const to = { x: from.x + move.x, y: from.y + move.y };
  if (![from.x, from.y, to.x, to.y].every(Number.isFinite)) return undefined;
  const [enter, leave] = clipSegment(from.x, from.y, to.x, to.y, plot.bounds) ?? [1, 0];
  if (enter > leave) return undefined;
  const wanted = Math.ceil((plotLength(plot, move) * (leave - enter)) / plot.spacing);
  const pieces = Math.min(mostPieces, Math.max(1, wanted));
  const points: Pixel[] = [];
  for (let i = 0; i <= pieces; i += 1) {
    const share = enter + ((leave - enter) * i) / pieces;
    const point = plot.place(from.x + move.x * share, from.y + move.y * share);
    if (point === undefined || !Number.isFinite(point.x + point.y)) return { points, isWhole: false };
    points.push(point);
  }
  return { points, isWhole: leave === 1 };
}

const along = (points: readonly Pixel[]): number =>
  points.reduce((sum, point, i) => sum + (i === 0 ? 0 : distance(points[i - 1] as Pixel, point)), 0);

/** The line without its last `pixels`; empty where it is no longer than that. */
export function shortened(points: readonly Pixel[], pixels: number): readonly Pixel[] {
  let left = along(points) - pixels;
  if (!(left > 0)) return [];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] as Pixel, points[i] as Pixel];
    const size = distance(a, b);
    if (left <= size) {
      const share = size === 0 ? 0 : left / size;
      return [...points.slice(0, i), { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }];
    }
    left -= size;
  }
  return points;
}

const backwards = (points: readonly Pixel[]): readonly Pixel[] => [...points].reverse();

/** An arrow on the screen: its shaft, and its head, tip first; without a head where its end is out of sight. */
export interface Arrow {
  readonly shaft: readonly Pixel[];
  readonly head: readonly [Pixel, Pixel, Pixel] | undefined;
}

/** Half the width of a head as a share of its length. */
const slender = 0.42;

/**
 * An arrow along a line, without what lies under the marks at its ends. Its head, `size` pixels long, is smaller on a short
 * line; undefined where what is left is shorter than 3 pixels.
 *
 * @param start pixels to leave free at the start
 * @param end pixels to leave free at the tip
 */
export function arrowAlong({ points, isWhole }: Line, size: number, start = 0, end = 0): Arrow | undefined {
  const free = shortened(backwards(shortened(points, isWhole ? end : 0)), start);
  const line = backwards(free);
  const length = along(line);
  if (length < 3) return undefined;
  if (!isWhole) return { shaft: line, head: undefined };
  const headLength = Math.min(size, 0.7 * length);
  const shaft = shortened(line, headLength);
  const [tip, base] = [line.at(-1) as Pixel, shaft.at(-1) as Pixel];
  const [dx, dy] = [tip.x - base.x, tip.y - base.y];
  const wide = slender / (Math.hypot(dx, dy) / headLength || 1);
  const side = (way: number): Pixel => ({ x: base.x - way * dy * wide, y: base.y + way * dx * wide });
  return { shaft, head: [tip, side(1), side(-1)] };
}

const written = ({ x, y }: Pixel): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** Points as the text of an SVG path. */
export const pathText = (points: readonly Pixel[], isClosed = false): string =>
  points.length === 0 ? '' : `M${points.map(written).join('L')}${isClosed ? 'Z' : ''}`;
