import type { Run } from '../../engine/run.ts';

/** About `count` whole steps from 0 to `last`, both included, evenly spread. */
export function tableSteps(last: number, count = 10): number[] {
  const parts = Math.min(count, Math.max(1, last));
  return [...new Set(Array.from({ length: parts + 1 }, (_, i) => Math.round((i / parts) * last)))];
}

/** A run's loss after a step; undefined after its end. */
export const lossAt = (run: Run, step: number): number | undefined => (run.columns['loss'] as Float64Array)[step];
