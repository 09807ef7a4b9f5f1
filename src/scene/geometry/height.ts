import type { Field } from '../../engine/field.ts';
import { type Point, pointsOf } from '../../engine/points.ts';
import { fieldOf } from '../../engine/field.ts';
import type { SurfaceInScene } from '../../state/surface.ts';
import type { Surface } from '../../../surfaces/surface.ts';

/**
 * The one way from loss to height and colour, for the 3D mesh, the paths on it and the 2D map alike:
 * t = (loss − lo)/(hi − lo), and u = t where it is linear, u = log(1 + k·t)/log(1 + k) where it is logarithmic. Inside
 * the domain u is 0 … 1; what lies beyond lo and hi, an outlier or a path that leaves, is drawn at most `margin` beyond.
 */
export interface Height {
  readonly kind: Surface['height'];
  readonly lo: number;
  readonly hi: number;
  /** How far the low decades are pulled apart; 0 where it is linear. */
  readonly k: number;
  /** Whether no loss is finite anywhere that is looked at, so that there is nothing to draw. */
  readonly isEmpty: boolean;
  /** Loss → u; NaN where the loss is not a number, and everywhere where there is nothing to draw. */
  unit(loss: number): number;
}

/** How far beyond 0 … 1 the height of any loss reaches. */
export const margin = 0.15;

/** Isolines between the lowest and the highest point, at equal steps of height; every fifth is stronger. */
export const isolines = 25;

const bend = (excess: number): number => margin * (1 - Math.exp(-excess / margin));

/** The transform with a given range; hi > lo. */
export function heightBetween(kind: Surface['height'], lo: number, hi: number, k: number): Height {
  const range = hi - lo;
  const scale = kind === 'log' ? Math.log1p(k) : 1;
  const raw = (t: number): number => (kind === 'linear' ? t : t > 0 ? Math.log1p(k * t) / scale : (k * t) / scale);
  return {
    kind,
    lo,
    hi,
    k: kind === 'log' ? k : 0,
    isEmpty: false,
    unit(loss) {
      const u = raw((loss - lo) / range);
      return u > 1 ? 1 + bend(u - 1) : u < 0 ? -bend(-u) : u;
    },
  };
}

const side = 65;

/** Loss on a grid over the domain, its edge included. */
function samplesOf(field: Field, params: Readonly<Record<string, number>>, domain: SurfaceInScene['domain']) {
  const [x0, x1, y0, y1] = domain;
  const count = side * side;
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    xs[i] = x0 + ((x1 - x0) * (i % side)) / (side - 1);
    ys[i] = y0 + ((y1 - y0) * Math.floor(i / side)) / (side - 1);
  }
  const loss = new Float64Array(count);
  field.sample(params, xs, ys, loss);
  return { xs, ys, loss };
}

/** Compass search inside the domain from the lowest sample: half the reach wherever no direction leads further down. */
function lowestNear(
  field: Field,
  params: Readonly<Record<string, number>>,
  [x0, x1, y0, y1]: SurfaceInScene['domain'],
  from: Point,
): number {
  let { x, y } = from;
  let { loss } = field.at(params, x, y);
  let reach = 1 / (side - 1);
  for (let round = 0; round < 60 && reach > 1e-6; round += 1) {
    const before = loss;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const nx = Math.min(x1, Math.max(x0, x + dx * reach * (x1 - x0)));
      const ny = Math.min(y1, Math.max(y0, y + dy * reach * (y1 - y0)));
      const next = field.at(params, nx, ny).loss;
      if (next < loss) [x, y, loss] = [nx, ny, next];
    }
    if (loss === before) reach /= 2;
  }
  return loss;
}

/** A tail longer than this many times the rest of the range is an outlier and does not set the scale. */
const longTail = 20;
const tail = 0.02;

/** The k with which the median of t stands at this height: the valleys get their share of the height, the walls theirs. */
const medianHeight = 0.6;
const [leastK, mostK] = [20, 2e4];

function spreadOf(median: number): number {
  let [low, high] = [Math.log(leastK), Math.log(mostK)];
  for (let i = 0; i < 30; i += 1) {
    const k = Math.exp((low + high) / 2);
    if (Math.log1p(k * median) / Math.log1p(k) < medianHeight) low = Math.log(k);
    else high = Math.log(k);
  }
  return Math.exp((low + high) / 2);
}

/**
 * The height transform of a field over a domain. lo is the lowest of the samples, of a search from the best of them and
 * of the stated minima inside the domain; hi is the highest sample. Samples that are not finite do not count, and a tail
 * that would flatten all the rest is left out.
 */
export function heightOf(
  field: Field,
  params: Readonly<Record<string, number>>,
  domain: SurfaceInScene['domain'],
  kind: Surface['height'],
  minima: readonly Point[] = [],
): Height {
  const { xs, ys, loss } = samplesOf(field, params, domain);
  const sorted = loss.filter(Number.isFinite).sort();
  if (sorted.length === 0) return { ...heightBetween(kind, 0, 1, leastK), isEmpty: true, unit: () => NaN };
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  const best = loss.indexOf(at(0));
  const [x0, x1, y0, y1] = domain;
  const known = minima
    .filter(({ x, y }) => x >= x0 && x <= x1 && y >= y0 && y <= y1)
    .map(({ x, y }) => field.at(params, x, y).loss)
    .filter(Number.isFinite);
  const searched = lowestNear(field, params, domain, { x: xs[best] as number, y: ys[best] as number });
  const bulk = at(1 - tail) - at(tail);
  const isLong = (length: number): boolean => bulk > 0 && length > longTail * bulk;
  const found = Number.isFinite(searched) ? Math.min(at(0), searched) : at(tail);
  const lo = Math.min(...known, kind === 'linear' && known.length === 0 && isLong(at(tail) - found) ? at(tail) : found);
  const top = kind === 'linear' && isLong(at(1) - at(1 - tail)) ? at(1 - tail) : at(1);
  const hi =
    top - lo > Number.EPSILON * 16 * Math.max(Math.abs(top), Math.abs(lo)) ? top : lo + Math.max(1, Math.abs(lo));
  return heightBetween(kind, lo, hi, spreadOf((at(0.5) - lo) / (hi - lo)));
}

const known = new WeakMap<SurfaceInScene, Height>();

/** The height transform of a scene's surface: the one that every view of it uses. */
export function heightIn(surface: SurfaceInScene): Height {
  const before = known.get(surface);
  if (before !== undefined) return before;
  const { formula, params, values, domain, height, minima } = surface;
  const found = heightOf(fieldOf(formula, Object.keys(params)), values, domain, height, pointsOf(minima, values));
  known.set(surface, found);
  return found;
}
