import type { PointFormula, Surface } from '../../surfaces/surface.ts';
import { type SurfaceId, surfaceOf } from '../../surfaces/catalog.ts';
import { fieldOf } from '../engine/field.ts';
import type { Quantity } from '../formula/quantity.ts';
import type { Text } from '../formula/text.ts';
import { typedStarts } from './initial.ts';
import { parameterQuantity } from './parameter.ts';
import { isTyped, type Scene, type SceneSurface, type TypedSurface } from './schema.ts';

/** The surface of a scene, built in or typed alike, with the values of its parameters. */
export interface SurfaceInScene {
  /** Undefined for a typed surface. */
  readonly id: SurfaceId | undefined;
  readonly name: Text;
  readonly formula: string;
  readonly params: Readonly<Record<string, Quantity>>;
  readonly values: Readonly<Record<string, number>>;
  readonly domain: readonly [number, number, number, number];
  /** Empty for a typed surface, whose minima nobody has stated. */
  readonly minima: readonly PointFormula[];
  readonly saddles: readonly PointFormula[];
  readonly sharp: boolean;
  readonly starts: readonly (readonly [number, number])[];
  readonly height: Surface['height'];
  readonly camera: Surface['camera'];
  readonly source: string;
  /** Empty for a typed surface. */
  readonly teaches: Text;
}

const samples = 33;

/** Where most of the map lies within a fiftieth of its range, only a logarithm shows it. */
const spansDecades = ({ formula, params, domain: [x0, x1, y0, y1] }: TypedSurface): boolean => {
  const at = (i: number, from: number, to: number): number => from + ((to - from) * i) / (samples - 1);
  const count = samples * samples;
  const xs = new Float64Array(count).map((_, i) => at(i % samples, x0, x1));
  const ys = new Float64Array(count).map((_, i) => at(Math.floor(i / samples), y0, y1));
  const loss = new Float64Array(count);
  fieldOf(formula, Object.keys(params)).sample(params, xs, ys, loss);
  const sorted = loss.filter(Number.isFinite).sort();
  const [least = 0, median = 0, most = 0] = [0, sorted.length >> 1, sorted.length - 1].map((i) => sorted[i]);
  return most - least > 50 * (median - least);
};

const heights = new Map<string, Surface['height']>();

/** Decided once per formula and domain, so that the map does not change its scale under a slider. */
const heightOf = (surface: TypedSurface): Surface['height'] => {
  const key = `${surface.domain.join()}|${surface.formula}`;
  const height = heights.get(key) ?? (spansDecades(surface) ? 'log' : 'linear');
  if (heights.size > 64) heights.clear();
  heights.set(key, height);
  return height;
};

const typed = (surface: TypedSurface): SurfaceInScene => ({
  id: undefined,
  name: { en: 'Own surface', zh: '自定义曲面' },
  formula: surface.formula,
  params: Object.fromEntries(Object.keys(surface.params).map((name) => [name, parameterQuantity])),
  values: surface.params,
  domain: surface.domain,
  minima: [],
  saddles: [],
  sharp: false,
  starts: typedStarts(surface),
  height: heightOf(surface),
  camera: { azimuth: 30, elevation: 38 },
  source: '',
  teaches: { en: '', zh: '' },
});

const builtIn = (id: SurfaceId, values: Readonly<Record<string, number>>): SurfaceInScene => {
  const surface: Surface<SurfaceId> = surfaceOf(id);
  return { ...surface, sharp: surface.sharp === true, values };
};

const known = new WeakMap<SceneSurface, SurfaceInScene>();

/** What the page needs to know about a scene's surface: the same object as long as the scene's surface is the same. */
export function surfaceIn({ surface }: Pick<Scene, 'surface'>): SurfaceInScene {
  const before = known.get(surface);
  if (before !== undefined) return before;
  const found = isTyped(surface) ? typed(surface) : builtIn(surface.id, surface.params);
  known.set(surface, found);
  return found;
}
