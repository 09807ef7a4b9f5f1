import { huberError, meanOver } from '../../surfaces/huber.ts';
import {
  type Moments,
  momentsOf,
  rawLoss,
  squaredError,
  standardisedLoss,
  standardisedRows,
} from '../../surfaces/regression.ts';
import type { PointFormula, Row, Samples } from '../../surfaces/surface.ts';
import { type Quantity, slider } from '../formula/quantity.ts';
import type { Text } from '../formula/text.ts';
import { farthest } from './field.ts';
import type { DataSurface } from './schema.ts';

type Domain = readonly [number, number, number, number];

/** What a surface of somebody's own data is made of. */
export interface DataLoss {
  /** The loss as one formula of x, y and `params`. */
  readonly formula: string;
  readonly params: Readonly<Record<string, Quantity>>;
  readonly samples: Samples;
  /** Empty where the lowest point is not known exactly. */
  readonly minima: readonly PointFormula[];
  /** The part of the plane that shows the origin and the least-squares line, unless the scene names another. */
  readonly domain: Domain;
  /** Reach of the domain along x, the scale of a slope. */
  readonly reach: number;
  /** The largest curvature that the loss has anywhere. */
  readonly steepest: number;
}

type Settings = Pick<DataSurface, 'data' | 'loss' | 'standardised'>;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;

const firstOf = (...candidates: readonly number[]): number => candidates.find((size) => size > 0) ?? 1;

/** How large slope and intercept are likely to be, and where the least-squares line is. */
function frameOf({ meanInput, meanTarget, variance, targetVariance, slope }: Moments, standardised: boolean) {
  const [deviation, spread] = [Math.sqrt(variance), Math.sqrt(targetVariance)];
  const [x, y] = standardised ? [slope * deviation, meanTarget] : [slope, meanTarget - meanInput * slope];
  const [sizeX, sizeY] = [Math.abs(x), Math.abs(y)];
  if (standardised) {
    const reach = firstOf(Math.max(sizeX, sizeY, spread));
    return { x, y, reachX: reach, reachY: reach };
  }
  const steep = variance === 0 ? spread / Math.abs(meanInput || 1) : spread / deviation;
  const reachY = firstOf(Math.max(sizeY, spread), Math.abs(meanTarget));
  return { x, y, reachX: firstOf(Math.max(sizeX, steep), reachY / Math.max(Math.abs(meanInput), deviation)), reachY };
}

const rounded = (value: number): number => Number(value.toPrecision(3)) + 0;

/** Why these rows cannot be a surface in this form; undefined where they can. */
export function unfit(rows: readonly Row[], standardised: boolean): Text | undefined {
  const moments = momentsOf(rows);
  if (standardised && moments.variance === 0) {
    const areSame = rows.every(([t]) => t === moments.meanInput);
    return {
      en: `all inputs are ${areSame ? '' : 'about '}${moments.meanInput}, so that they cannot be standardised: their deviation is 0`,
      zh: `所有输入都${areSame ? '是' : '约为'} ${moments.meanInput}，标准差为 0，无法标准化`,
    };
  }
  const { reachX, reachY } = frameOf(moments, standardised);
  const bad = [reachX, reachY].find((reach) => !(reach >= 1 / farthest && reach <= farthest / 2));
  if (bad === undefined) return undefined;
  const size = bad.toPrecision(1);
  return {
    en: `a line through these rows has a slope or an intercept of about ${size}, too ${bad > 1 ? 'large' : 'small'} to be drawn: other units would help`,
    zh: `过这些数据的直线，斜率或截距约为 ${size}，${bad > 1 ? '太大' : '太小'}，无法画出：请换用其他单位`,
  };
}

/** Largest eigenvalue of the squared loss's Hessian, 2(E t², E t; E t, 1). */
function steepestOf({ meanInput, variance }: Moments, standardised: boolean): number {
  if (standardised) return 2;
  const square = variance + meanInput ** 2;
  return square + 1 + Math.hypot(square - 1, 2 * meanInput);
}

/** Twice the median error of the least-squares line: the usual 1.345 deviations, where errors are normal. Huber 1981, 4.5. */
const usualDelta = (rows: readonly Row[], { meanInput, meanTarget, slope }: Moments): number =>
  Number(firstOf(2 * median(rows.map(([t, u]) => Math.abs(u - meanTarget - slope * (t - meanInput))))).toPrecision(1));

const written = ({ data, loss, standardised }: Settings): DataLoss => {
  const moments = momentsOf(data);
  const rows = standardised ? standardisedRows(data, moments) : data;
  const { x, y, reachX, reachY } = frameOf(moments, standardised);
  const domain = [x / 2 - reachX, x / 2 + reachX, y / 2 - reachY, y / 2 + reachY].map(rounded);
  const common = { domain: domain as unknown as Domain, reach: reachX };
  const steepest = steepestOf(moments, standardised);
  if (loss === 'huber') {
    const delta = usualDelta(data, moments);
    return {
      ...common,
      formula: meanOver(rows, huberError),
      params: { delta: slider(delta, delta / 100, delta * 100, 'log') },
      samples: { rows, formula: huberError, isWrittenOut: true },
      minima: [],
      steepest: steepest / 2,
    };
  }
  const { formula, minimum } = (standardised ? standardisedLoss : rawLoss)(moments);
  const minima = moments.variance === 0 ? [] : [minimum];
  return { ...common, formula, params: {}, samples: { rows, formula: squaredError }, minima, steepest };
};

const known = new WeakMap<readonly Row[], Map<string, DataLoss>>();

/** The loss of a surface of data; the same object as long as its rows, loss and form are the same. */
export function dataLoss(surface: Settings): DataLoss {
  const { data, loss, standardised } = surface;
  const forms = known.get(data) ?? new Map<string, DataLoss>();
  known.set(data, forms);
  const key = `${loss} ${standardised}`;
  const found = forms.get(key) ?? written(surface);
  forms.set(key, found);
  return found;
}

/** Where runs start: at a line that is 0 everywhere, and at two other corners of the domain. */
export function dataStarts({ domain, data, loss, standardised }: DataSurface): [number, number][] {
  const [x0, x1, y0, y1] = domain ?? dataLoss({ data, loss, standardised }).domain;
  const at = (u: number, w: number): [number, number] => [rounded(x0 + u * (x1 - x0)), rounded(y0 + w * (y1 - y0))];
  return [[0, 0], at(0.9, 0.85), at(0.1, 0.15)];
}

/**
 * Learning rates of the built-in rules for a surface of data: shares of 1/λ, λ the largest curvature, for those that
 * step by the gradient, and shares of the slope's scale for those that step by about lr. They are what the search for
 * the two shipped regressions found, rounded. A rule that is not among them has no unit: its own default suits.
 */
export function dataRates(surface: Settings): Readonly<Record<string, number>> {
  const { steepest, reach } = dataLoss(surface);
  const shares = { sgd: 0.3, momentum: 0.06, nesterov: 0.08, ema: 0.6, radam: 0.2 };
  const adaptive = { adagrad: 0.12, rmsprop: 0.02, adam: 0.1, adamax: 0.1, nadam: 0.05, amsgrad: 0.1, adamw: 0.1 };
  const reaches = { ...adaptive, yogi: 0.012, lion: 0.008 };
  const scaled = (all: Record<string, number>, unit: number): [string, number][] =>
    Object.entries(all).map(([id, share]) => [id, Number((share * unit).toPrecision(2))]);
  return Object.fromEntries([...scaled(shares, 1 / steepest), ...scaled(reaches, reach)]);
}
