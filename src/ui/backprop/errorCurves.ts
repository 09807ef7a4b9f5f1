import type { ErrorCurve } from '../../engine/check/curve.ts';
import type { Curves } from '../chart/mountCurves.ts';
import { plotted, plottedRange, type Scale } from '../chart/scale.ts';
import type { Series } from '../chart/series.ts';
import { powerOfTen } from '../chart/ticks.ts';

/** What the curves are called. */
export interface CurveNames {
  readonly central: string;
  readonly right: string;
  readonly left: string;
  readonly cancellation: string;
}

const kinds = ['central', 'right', 'left'] as const;
/** Marks on the lines, also where they lie on one another. */
export const errorGlyphs = { central: 'circle', right: 'triangle', left: 'square' } as const;
/** Below the last bit of a number. */
const least = 1e-17;
/** The axis goes down to an error that is small, so that one that never falls is seen not to. */
const small = 1e-8;

/**
 * An error of 0, by luck or because there is none, has no logarithm: the line passes over it from neighbour to neighbour.
 * `undefined` stands for 0 and null for no error at all, where the line breaks.
 */
function bridged(heights: readonly (number | null | undefined)[]): (number | null)[] {
  return heights.map((height, i) => {
    if (height !== undefined) return height;
    const before = heights.findLastIndex((each, j) => j < i && each !== undefined);
    const after = heights.findIndex((each, j) => j > i && each !== undefined);
    const [from, to] = [heights[before], heights[after]];
    if (typeof from !== 'number' || typeof to !== 'number') return null;
    return from + ((to - from) * (i - before)) / (after - before);
  });
}

const cellOf = (error: number): string => (Number.isFinite(error) ? error.toExponential(1) : '—');

/** The errors at every power of ten: h, central, right, left; a dash where there is no error. */
export const errorRows = ({ steps, errors }: ErrorCurve): string[][] =>
  steps.flatMap((h, i) => {
    const exponent = Math.log10(h);
    if (Math.abs(exponent - Math.round(exponent)) > 1e-9) return [];
    return [[powerOfTen(Math.round(exponent)), ...kinds.map((kind) => cellOf(errors[kind][i] as number))]];
  });

/** The errors against log h, from the smallest step at the left to the largest at the right, both axes logarithmic. */
export function errorCurves({ steps, errors, cancellation }: ErrorCurve, names: CurveNames, at: Curves['at']): Curves {
  const columns = kinds.map((kind) => errors[kind].toReversed());
  const finite = columns.flatMap((column) => [...column]).filter((error) => Number.isFinite(error) && error > 0);
  const from = Math.max(least, Math.min(small, ...finite));
  const scale: Scale = {
    kind: 'log',
    offset: 0,
    unit: 1,
    from,
    to: Math.max(1, ...finite),
    isCutAbove: false,
    isCutBelow: false,
  };
  const seriesOf = (id: string, values: Float64Array): Series => ({
    id,
    unit: 1,
    values,
    heights: bridged(Array.from(values, (value) => (value === 0 ? undefined : plotted(scale, value)))),
  });
  const last = steps.length - 1;
  const exponents = steps.map((h) => Math.log10(h)).reverse();
  return {
    plot: {
      scale,
      range: plottedRange(scale),
      steps: steps.map((_, i) => i),
      last,
      series: kinds.map((kind, i) => seriesOf(kind, columns[i] as Float64Array)),
      ghosts: [seriesOf('cancellation', cancellation.toReversed())],
    },
    looks: ({ text, quiet }) => ({
      lines: [
        { id: 'central', name: names.central, colour: text, glyph: errorGlyphs.central, dash: [] },
        { id: 'right', name: names.right, colour: quiet, glyph: errorGlyphs.right, dash: [3, 2] },
        { id: 'left', name: names.left, colour: quiet, glyph: errorGlyphs.left, dash: [1, 1.5] },
      ],
      ghosts: [{ key: 'cancellation', id: 'cancellation', colour: quiet, dash: [5, 2], width: 1 }],
    }),
    across(count) {
      const whole = exponents
        .map((exponent, i) => ({
          exponent: Math.round(exponent),
          off: Math.abs(exponent - Math.round(exponent)),
          at: i,
        }))
        .filter(({ off }) => off < 1e-9);
      const stride = Math.max(1, Math.ceil(whole.length / count));
      return whole
        .filter(({ exponent }) => exponent % stride === 0)
        .map(({ exponent, at: place }) => ({ at: place, label: powerOfTen(exponent) }));
    },
    at,
  };
}
