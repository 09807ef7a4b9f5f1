import { KernelSweep } from './kernelSweep.ts';
import type { Cells } from './cells.ts';
import type { Part } from './lattice.ts';
import type { SweepAnswer, SweepOrder } from './messages.ts';
import type { SweepPlan } from './plan.ts';

/** Makes the runs of a part in passes: it hands back control between two of them. Throws where it cannot take the map. */
export interface PassSweep {
  run(plan: SweepPlan, part: Part): Generator<undefined, Cells>;
}

/** Calls some work soon, after messages that wait. */
export type Later = (work: () => void) => void;

const kept = 4;

/** The other end: makes what is ordered. `gpu` gives the graphics card's maker of maps, undefined where there is none. */
export function serveSweeps(
  later: Later,
  answer: (answer: SweepAnswer) => void,
  gpu: () => PassSweep | undefined,
): (order: SweepOrder) => void {
  const kernels = new Map<number, KernelSweep>();
  /** Orders that nobody has answered yet. */
  const pending = new Set<number>();
  const tell = (message: SweepAnswer): void => {
    if (pending.delete(message.order)) answer(message);
  };

  const kernelOf = (job: number, plan: SweepPlan): KernelSweep => {
    const known = kernels.get(job);
    if (known !== undefined) return known;
    const [oldest] = kernels;
    if (oldest !== undefined && kernels.size >= kept) {
      kernels.delete(oldest[0]);
      oldest[1].release();
    }
    const made = new KernelSweep(plan);
    kernels.set(job, made);
    return made;
  };

  /** Does some work; what goes wrong is the answer. */
  const guarded = (order: number, as: 'refused' | 'failure', work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (as === 'refused') tell({ order, refused: true });
      else tell({ order, failure: error instanceof Error ? error.message : String(error) });
    }
  };

  const pass = (order: number, passes: Generator<undefined, Cells>): void =>
    guarded(order, 'refused', () => {
      if (!pending.has(order)) {
        passes.return(undefined as never);
        return;
      }
      const next = passes.next();
      if (next.done === true) tell({ order, cells: next.value });
      else later(() => pass(order, passes));
    });

  return (message) => {
    if ('drop' in message) {
      pending.delete(message.drop);
      return;
    }
    const { order, job, plan, work } = message;
    pending.add(order);
    // A drop that was sent after this order may wait behind it.
    later(() => {
      if (!pending.has(order)) return;
      if (work.backend === 'worker')
        guarded(order, 'failure', () => tell({ order, cells: kernelOf(job, plan).run(work.region) }));
      else
        guarded(order, 'refused', () => {
          const maker = gpu();
          if (maker === undefined) throw new Error('no graphics card with float32 targets');
          pass(order, maker.run(plan, work.region));
        });
    });
  };
}
