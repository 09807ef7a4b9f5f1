import type { Run } from './run.ts';

/** How a run stands at a step. */
export interface Standing {
  readonly id: string;
  /** 1 for the lowest loss; equal losses share a place; those without a finite loss share the last. */
  readonly rank: number;
  readonly loss: number;
  /** What has become of it by this step. */
  readonly status: 'running' | 'converged' | 'diverged' | 'undefined' | 'budget';
  readonly at: number;
}

/** A run's loss after a step; after its end, what it ended with. */
const lossAt = ({ columns, steps }: Run, step: number): number => columns['loss']?.[Math.min(step, steps)] ?? NaN;

const statusAt = (run: Run, step: number): Standing['status'] => {
  if (run.status === 'budget') return step >= run.steps ? 'budget' : 'running';
  return step >= Math.min(run.at, run.steps) ? run.status : 'running';
};

/** A diverged run keeps its last finite loss, which may be low by chance of the last step: it counts as last. */
const orderOf = (loss: number, status: Standing['status']): number =>
  Number.isFinite(loss) && status !== 'diverged' && status !== 'undefined' ? loss : Infinity;

/** The standing of every run at a step, in the order of the runs. */
export function standings(runs: readonly Run[], step: number): Standing[] {
  const found = runs.map((run) => {
    const [loss, status] = [lossAt(run, step), statusAt(run, step)];
    return { id: run.id, loss, status, at: run.at, order: orderOf(loss, status) };
  });
  return found.map(({ order, ...standing }) => ({
    ...standing,
    rank: 1 + found.filter((other) => other.order < order).length,
  }));
}
