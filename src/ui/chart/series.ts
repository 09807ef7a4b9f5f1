import type { Run } from '../../engine/run.ts';
import { type LossScale, lossScale, plotted, plottedRange } from './lossScale.ts';

/** One optimizer's line. */
export interface LossSeries {
  readonly id: string;
  /** Row s: the height on the chart after s steps; null after the run's end and where the loss is not a number. */
  readonly heights: (number | null)[];
  /** Where the run broke off or was lost for good; absent where it was not. */
  readonly end?: { readonly step: number; readonly height: number };
}

/** Everything that the loss chart draws. */
export interface LossPlot {
  readonly scale: LossScale;
  readonly range: readonly [bottom: number, top: number];
  /** 0, 1, …, the number of steps of the longest run. */
  readonly steps: number[];
  readonly series: readonly LossSeries[];
}

/** A run's last height at or before a step, for a mark that must lie on its line. */
function heightBy(heights: readonly (number | null)[], step: number): { step: number; height: number } | undefined {
  for (let s = Math.min(step, heights.length - 1); s >= 0; s -= 1) {
    const height = heights[s];
    if (height !== null && height !== undefined) return { step: s, height };
  }
  return undefined;
}

/** Loss against steps of these runs. `minimum`: the lowest loss that the surface is known to have. */
export function lossPlot(runs: readonly Run[], minimum: number | undefined): LossPlot {
  const scale = lossScale(runs, minimum);
  const range = plottedRange(scale);
  const last = Math.max(1, ...runs.map((run) => run.steps));
  const steps = Array.from({ length: last + 1 }, (_, step) => step);
  const series = runs.map((run): LossSeries => {
    const loss = run.columns['loss'] as Float64Array;
    const heights = steps.map((step) => (step < loss.length ? plotted(scale, loss[step] as number) : null));
    const isLost = run.status === 'diverged' || run.status === 'undefined';
    const end = isLost ? heightBy(heights, run.at) : undefined;
    return { id: run.id, heights, ...(end && { end }) };
  });
  return { scale, range, steps, series };
}
