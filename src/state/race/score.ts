import type { Trial } from '../../engine/tune.ts';
import { type Cells, classes } from '../../sweep/cells.ts';

/** One setting that was tried, in the order in which it was drawn. */
export interface RaceTrial extends Trial<string> {
  readonly place: number;
  readonly stage: number;
  /** How far above the surface's least loss its runs end, the geometric mean; where that is not known their mean loss. Infinity where one diverged. */
  readonly loss: number;
  /** Cases in which it reached a minimum. */
  readonly settled: number;
}

/** Nearer than this to the least loss is as good as there. */
const there = 1e-12;
/** A good setting ends at most this many times as high as the best. */
const goodFactor = 10;

const [converged, diverged, isUndefined] = ['converged', 'diverged', 'undefined'].map((name) =>
  classes.findIndex((each) => each === name),
) as [number, number, number];

/**
 * How badly a trial did in its cases, `across` of them from cell `from` on: the mean of log10(max(loss − floor, 1e-12)),
 * so that each case counts by its ratio, or, without a floor, the mean loss. Infinity where a case diverged.
 */
export function scoreOf(
  { loss, class: kinds }: Cells,
  from: number,
  across: number,
  floor: number | undefined,
): Pick<RaceTrial, 'score' | 'loss' | 'settled'> {
  let [sum, settled] = [0, 0];
  for (let at = from; at < from + across; at += 1) {
    const end = loss[at] as number;
    const isLost = kinds[at] === diverged || kinds[at] === isUndefined || !Number.isFinite(end);
    if (kinds[at] === converged) settled += 1;
    sum += isLost ? Infinity : floor === undefined ? end : Math.log10(Math.max(end - floor, there));
  }
  const score = sum / across;
  return { score, loss: floor === undefined || score === Infinity ? score : 10 ** score, settled };
}

/** The best of some trials: the lowest score, at a tie the one that was drawn first. */
export const bestTrial = (trials: readonly RaceTrial[]): RaceTrial | undefined =>
  trials.reduce<RaceTrial | undefined>(
    (best, trial) =>
      trial.score < Infinity &&
      (best === undefined || trial.score < best.score || (trial.score === best.score && trial.place < best.place))
        ? trial
        : best,
    undefined,
  );

/**
 * How wide the good region is: the share of the trials that end within `goodFactor` of the best. Without a floor: that
 * come nine tenths of the way from `origin`, the loss at the start, down to the best.
 */
export function goodShare(trials: readonly RaceTrial[], hasFloor: boolean, origin: number): number {
  const best = bestTrial(trials);
  if (best === undefined) return 0;
  const limit = hasFloor ? best.score + Math.log10(goodFactor) : best.score + (origin - best.score) / goodFactor;
  return trials.filter(({ score }) => score <= limit).length / trials.length;
}

/** The best loss after each trial, in their order. */
export function learningCurve(trials: readonly RaceTrial[]): Float64Array {
  let least = Infinity;
  return Float64Array.from(trials, ({ loss }) => {
    least = Math.min(least, loss);
    return least === Infinity ? NaN : least;
  });
}
