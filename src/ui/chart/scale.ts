/**
 * How a measure becomes height on the chart.
 *
 * - log: log10(value − offset), where `offset` is the least that the measure can be, such as the loss at the surface's
 *   lowest minimum, or 0 where none is known and no value is below 0;
 * - asinh: asinh(value / unit), linear up to the values at the start and logarithmic beyond, for values of either sign.
 */
export interface Scale {
  readonly kind: 'log' | 'asinh';
  readonly offset: number;
  readonly unit: number;
  /** Values − offset that the chart shows; what lies outside is drawn on the edge. */
  readonly from: number;
  readonly to: number;
  /** Whether some value is cut off above `to`, and below `from`. */
  readonly isCutAbove: boolean;
  readonly isCutBelow: boolean;
}

/** Values above about this many times the largest at the start are cut off: a run that explodes must flatten nothing. */
const usualGrowth = 1e2;
/** Values below about this share of the largest at the start are drawn as the least. */
const leastShare = 1e-12;
/** Rounding of a value near a minimum that is not 0, relative to that minimum. */
const rounding = 1e-15;
/** A value this far below the minimum, relative to the values, is no rounding: the run found lower ground elsewhere. */
const lower = 1e-9;

/** The power of ten at or above a number: where the axis is cut it is cut at a number that can be read. */
const powerAbove = (value: number): number =>
  Number(`1e${Math.max(-307, Math.min(308, Math.ceil(Math.log10(value) - 1e-9)))}`);

interface Extent {
  readonly low: number;
  readonly high: number;
  readonly leastPositive: number;
  readonly start: number;
}

function extentOf(columns: readonly Float64Array[], offset: number): Extent {
  let [low, high, leastPositive, start] = [Infinity, -Infinity, Infinity, 0];
  for (const column of columns) {
    let isFirst = true;
    for (let s = 0; s < column.length; s += 1) {
      const value = (column[s] as number) - offset;
      if (!Number.isFinite(value)) continue;
      if (isFirst) start = Math.max(start, Math.abs(value));
      isFirst = false;
      if (value < low) low = value;
      if (value > high) high = value;
      if (value > 0 && value < leastPositive) leastPositive = value;
    }
  }
  return { low, high, leastPositive, start };
}

function logScale(offset: number, { low, high, leastPositive, start }: Extent, growth: number): Scale {
  const reference = start > 0 ? start : high;
  const to = Math.min(high, powerAbove(reference * growth));
  const floor = powerAbove(Math.max(reference * leastShare, Math.abs(offset) * rounding));
  const from = Math.min(Math.max(leastPositive, floor), to);
  return { kind: 'log', offset, unit: 1, from, to, isCutAbove: high > to, isCutBelow: low < from };
}

function asinhScale({ low, high, start }: Extent, growth: number): Scale {
  const unit = start > 0 ? start : Math.max(Math.abs(low), Math.abs(high)) || 1;
  const most = powerAbove(unit * growth);
  const to = Math.min(high, most);
  const from = Math.min(to, Math.max(low, -most));
  return { kind: 'asinh', offset: 0, unit, from, to, isCutAbove: high > to, isCutBelow: low < from };
}

/**
 * Chooses the scale for these columns. `minimum`: the least that the measure is known to have; `growth`: how many times
 * the largest value at the start is still shown.
 */
export function scaleOf(
  columns: readonly Float64Array[],
  minimum: number | undefined,
  growth: number = usualGrowth,
): Scale {
  const fromZero = extentOf(columns, 0);
  if (fromZero.low === Infinity) return emptyScale;
  if (minimum === undefined) return fromZero.low > 0 ? logScale(0, fromZero, growth) : asinhScale(fromZero, growth);
  const extent = extentOf(columns, minimum);
  const isMinimum = extent.low >= -lower * Math.max(Math.abs(minimum), extent.start);
  return isMinimum && extent.high > 0 ? logScale(minimum, extent, growth) : asinhScale(fromZero, growth);
}

const emptyScale: Scale = {
  kind: 'asinh',
  offset: 0,
  unit: 1,
  from: 0,
  to: 1,
  isCutAbove: false,
  isCutBelow: false,
};

/** Height of a value on the chart; null where it is not finite. Far beyond the top it stays a little above it. */
export function plotted({ kind, offset, unit, from, to }: Scale, measured: number): number | null {
  if (!Number.isFinite(measured)) return null;
  const beyond = Math.min(Number.MAX_VALUE, to + 9 * Math.max(to, unit));
  const value = Math.max(from, Math.min(measured - offset, beyond));
  return kind === 'log' ? Math.log10(value) : Math.asinh(value / unit);
}

/** The chart's bottom and top: the scale's ends with some air, never equal. */
export function plottedRange(scale: Scale): [bottom: number, top: number] {
  const bottom = plotted(scale, scale.from + scale.offset) as number;
  const top = plotted(scale, scale.to + scale.offset) as number;
  const air = Math.max((top - bottom) * 0.05, 0.05);
  return [bottom - air, top + air];
}
