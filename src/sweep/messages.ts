import { buffersOf, type Cells } from './cells.ts';
import type { Part, Region } from './lattice.ts';
import type { SweepPlan } from './plan.ts';

/** Where the runs of a map are made: on the graphics card in float32, or by the kernel in float64. */
export const backends = ['gpu', 'worker'] as const;
export type Backend = (typeof backends)[number];

/** What is made, and where: the graphics card makes parts, no single pixels. */
export type Work =
  { readonly backend: 'gpu'; readonly region: Part } | { readonly backend: 'worker'; readonly region: Region };

/** To whoever makes maps: a part of one, or the number of an order that is no longer wanted. */
export type SweepOrder =
  | {
      readonly order: number;
      readonly job: number;
      readonly plan: SweepPlan;
      readonly work: Work;
    }
  | { readonly drop: number };

/**
 * Back from there: the cells of the part; or that there is no graphics card to take it; or why it cannot be made at all.
 * Nothing comes back for what was dropped in time.
 */
export type SweepAnswer =
  | { readonly order: number; readonly cells: Cells }
  | { readonly order: number; readonly refused: true }
  | { readonly order: number; readonly failure: string };

/** The buffers of an answer, which are handed over and not copied. */
export const sentWith = (answer: SweepAnswer): ArrayBuffer[] => ('cells' in answer ? buffersOf(answer.cells) : []);
