import { healthyRatio, type Measure, measured } from '../../engine/measures.ts';
import type { Point } from '../../engine/points.ts';
import type { Run } from '../../engine/run.ts';
import type { Axis } from '../../state/preferences.ts';
import { plotted, plottedRange, type Scale, scaleOf } from './scale.ts';

/** What the chart shows of the runs, and what has to be known for it. */
export interface Chosen {
  readonly measure: Measure;
  readonly axis: Axis;
  /** The surface's stated minima. */
  readonly minima: readonly Point[];
  /** The lowest loss that the surface is known to have. */
  readonly minimum: number | undefined;
}

/** One optimizer's line. */
export interface Series {
  readonly id: string;
  /** How far a step goes along the horizontal axis: 1, or the gradient evaluations that it takes. */
  readonly unit: number;
  /** The measure after s steps, up to the run's end. */
  readonly values: Float64Array;
  /** Row s: the height on the chart after s steps; null after the run's end and where the measure is not finite. */
  readonly heights: (number | null)[];
  /** Where the run broke off or was lost for good; absent where it was not. */
  readonly end?: { readonly step: number; readonly height: number };
}

/** Everything that the chart draws. */
export interface Plot {
  readonly scale: Scale;
  readonly range: readonly [bottom: number, top: number];
  /** 0, 1, …, the number of steps of the longest run. */
  readonly steps: number[];
  /** The end of the horizontal axis, in its unit. */
  readonly last: number;
  /** The height of a line to compare with. */
  readonly guide?: number;
  readonly series: readonly Series[];
  /** Lines below those: the same optimizers under other circumstances. */
  readonly ghosts: readonly Series[];
}

/** Effective rates and update ratios change by many powers of ten on purpose: that is what they are looked at for. */
const growths: Partial<Record<Measure, number>> = { rate: 1e9, ratio: 1e4 };

/** A run's last height at or before a step, for a mark that must lie on its line. */
function heightBy(heights: readonly (number | null)[], step: number): { step: number; height: number } | undefined {
  for (let s = Math.min(step, heights.length - 1); s >= 0; s -= 1) {
    const height = heights[s];
    if (height !== null && height !== undefined) return { step: s, height };
  }
  return undefined;
}

/**
 * The chosen measure of these runs, and of their ghosts, against steps or gradient evaluations. The scale fits columns
 * that lie `alongside` too.
 */
export function plotOf(
  runs: readonly Run[],
  { measure, axis, minima, minimum }: Chosen,
  ghostRuns: readonly Run[] = [],
  alongside: readonly Float64Array[] = [],
): Plot {
  const all = [...runs, ...ghostRuns];
  const columns = all.map((run) => measured(measure, run, minima));
  const scale = scaleOf([...columns, ...alongside], measure === 'loss' ? minimum : 0, growths[measure]);
  const unitOf = (run: Run): number => (axis === 'steps' ? 1 : run.evaluations);
  const steps = Array.from({ length: Math.max(1, ...all.map((run) => run.steps)) + 1 }, (_, step) => step);
  const lines = all.map((run, i): Series => {
    const values = columns[i] as Float64Array;
    const heights = steps.map((step) => (step < values.length ? plotted(scale, values[step] as number) : null));
    const isLost = run.status === 'diverged' || run.status === 'undefined';
    const end = isLost ? heightBy(heights, run.at) : undefined;
    return { id: run.id, unit: unitOf(run), values, heights, ...(end && { end }) };
  });
  const [series, ghosts] = [lines.slice(0, runs.length), lines.slice(runs.length)];
  const last = Math.max(1, ...all.map((run) => run.steps * unitOf(run)));
  const range = plottedRange(scale);
  if (measure !== 'ratio' || scale.kind !== 'log') return { scale, range, steps, last, series, ghosts };
  const guide = Math.log10(healthyRatio);
  return {
    scale,
    range: [Math.min(range[0], guide - 0.2), Math.max(range[1], guide + 0.2)],
    steps,
    last,
    guide,
    series,
    ghosts,
  };
}

/** The step of a line at a place on the horizontal axis; undefined after its end. */
export function stepOn({ unit, values }: Series, place: number): number | undefined {
  const step = unit === 0 ? 0 : Math.floor(place / unit);
  return step < values.length ? step : undefined;
}

/** The step to seek at a place on the horizontal axis: of the lines that get there last, so that every place has one. */
export const seekStep = ({ series }: Plot, place: number): number =>
  Math.round(place / Math.max(1, ...series.map(({ unit }) => unit)));

type Aligned = [xs: number[], ...ys: (number | null | undefined)[][]];

/** The lines on one horizontal axis, as uPlot takes them, ghosts first; undefined where a line only passes between two of its steps. */
export function aligned({ series, ghosts, steps }: Plot): Aligned {
  const all = [...ghosts, ...series];
  const units = new Set(all.map(({ unit }) => unit));
  if (units.size <= 1) {
    const unit = all[0]?.unit ?? 1;
    return [steps.map((step) => step * unit), ...all.map(({ heights }) => heights)];
  }
  const places = new Set([...units].flatMap((unit) => steps.map((step) => step * unit)));
  const xs = [...places].sort((a, b) => a - b);
  const lines = all.map(({ unit, heights }) => {
    const at = new Map(heights.map((height, step) => [step * unit, height]));
    return xs.map((x) => at.get(x));
  });
  return [xs, ...lines];
}
