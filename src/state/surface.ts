import type { PointFormula, Samples, Surface } from '../../surfaces/surface.ts';
import { type SurfaceId, surfaceOf, surfaces } from '../../surfaces/catalog.ts';
import { fieldOf } from '../engine/field.ts';
import { parse, writtenLimits } from '../formula/parse.ts';
import { print } from '../formula/print.ts';
import type { Quantity } from '../formula/quantity.ts';
import type { Text } from '../formula/text.ts';
import { typedStarts } from './initial.ts';
import { parameterQuantity } from './parameter.ts';
import { dataLoss, dataStarts } from './data.ts';
import { type DataSurface, hasOwnData, isTyped, type Scene, type SceneSurface, type TypedSurface } from './schema.ts';

/** The surface of a scene, built in, typed or made of data alike, with the values of its parameters. */
export interface SurfaceInScene {
  /** Undefined for a surface that is not built in. */
  readonly id: SurfaceId | undefined;
  readonly name: Text;
  readonly formula: string;
  readonly params: Readonly<Record<string, Quantity>>;
  readonly values: Readonly<Record<string, number>>;
  readonly domain: readonly [number, number, number, number];
  /** Where f is the mean of a loss over rows of data. */
  readonly samples: Samples | undefined;
  /** Whether it is stated which minima it has, if any. */
  readonly isStated: boolean;
  /** Empty for a surface whose minima nobody has stated. */
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

const side = 33;

/** Where most of the map lies within a fiftieth of its range, only a logarithm shows it. */
const spansDecades = ({ formula, params, domain: [x0, x1, y0, y1] }: TypedSurface): boolean => {
  const at = (i: number, from: number, to: number): number => from + ((to - from) * i) / (side - 1);
  const count = side * side;
  const xs = new Float64Array(count).map((_, i) => at(i % side, x0, x1));
  const ys = new Float64Array(count).map((_, i) => at(Math.floor(i / side), y0, y1));
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

let printed: ReadonlyMap<string, Surface> | undefined;
const asPrinted = (formula: string): string => print(parse(formula, writtenLimits));

/** The built-in surface of the same formula, of whose plane and sliders' ranges a typed one keeps within: its minima hold. */
function originalOf({ formula, params, domain: [x0, x1, y0, y1] }: TypedSurface): Surface | undefined {
  printed ??= new Map(surfaces.map((each) => [asPrinted(each.formula), each]));
  const found = printed.get(asPrinted(formula));
  if (found === undefined) return undefined;
  const [left, right, bottom, top] = found.domain;
  const isWithin = x0 >= left && x1 <= right && y0 >= bottom && y1 <= top;
  const isReached = Object.entries(found.params).every(([name, { min, max }]) => {
    const value = params[name] ?? NaN;
    return value >= min && value <= max;
  });
  return isWithin && isReached ? found : undefined;
}

const typed = (surface: TypedSurface): SurfaceInScene => {
  const original = originalOf(surface);
  return {
    id: undefined,
    name: { en: 'Own surface', zh: '自定义曲面' },
    formula: surface.formula,
    params: Object.fromEntries(Object.keys(surface.params).map((name) => [name, parameterQuantity])),
    values: surface.params,
    domain: surface.domain,
    samples: undefined,
    isStated: original !== undefined,
    minima: original?.minima ?? [],
    saddles: [],
    sharp: false,
    starts: typedStarts(surface),
    height: heightOf(surface),
    camera: { azimuth: 30, elevation: 38 },
    source: '',
    teaches: { en: '', zh: '' },
  };
};

const errors: Readonly<Record<DataSurface['loss'], Text>> = {
  squared: { en: 'mean squared error', zh: '均方误差' },
  huber: { en: 'mean Huber loss', zh: '平均 Huber 损失' },
};

const ofData = (surface: DataSurface): SurfaceInScene => {
  const { data, loss, standardised, params } = surface;
  const { domain, ...made } = dataLoss(surface);
  const inputs: Text = standardised
    ? { en: ', inputs standardised', zh: '（输入已标准化）' }
    : { en: ', raw inputs', zh: '（原始输入）' };
  return {
    ...made,
    id: undefined,
    isStated: made.minima.length > 0,
    name: { en: 'Own data', zh: '自己的数据' },
    values: params,
    domain: surface.domain ?? domain,
    saddles: [],
    sharp: false,
    starts: dataStarts(surface),
    height: 'log',
    camera: standardised ? { azimuth: 30, elevation: 40 } : { azimuth: 60, elevation: 44 },
    source: loss === 'huber' ? 'Huber 1964, doi:10.1214/aoms/1177703732' : '',
    teaches: {
      en: `The ${errors[loss].en} of a line through ${data.length} rows of your own${inputs.en}: x is its slope, y its intercept.`,
      zh: `用你自己的 ${data.length} 行数据拟合直线的${errors[loss].zh}${inputs.zh}：x 为斜率，y 为截距。`,
    },
  };
};

const builtIn = (id: SurfaceId, values: Readonly<Record<string, number>>): SurfaceInScene => {
  const surface: Surface<SurfaceId> = surfaceOf(id);
  return { ...surface, samples: surface.samples, sharp: surface.sharp === true, isStated: true, values };
};

const inScene = (surface: SceneSurface): SurfaceInScene => {
  if (hasOwnData(surface)) return ofData(surface);
  return isTyped(surface) ? typed(surface) : builtIn(surface.id, surface.params);
};

const known = new WeakMap<SceneSurface, SurfaceInScene>();

/** What the page needs to know about a scene's surface: the same object as long as the scene's surface is the same. */
export function surfaceIn({ surface }: Pick<Scene, 'surface'>): SurfaceInScene {
  const before = known.get(surface);
  if (before !== undefined) return before;
  const found = inScene(surface);
  known.set(surface, found);
  return found;
}
