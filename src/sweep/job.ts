import type { Cells } from './cells.ts';
import type { Region } from './lattice.ts';
import type { Backend } from './messages.ts';
import type { Piece } from './pieces.ts';
import type { SweepPlan } from './plan.ts';
import type { Refinement } from './refinement.ts';

/** What is told of a map under way. */
export type SweepNews =
  | {
      /** The pixels whose cells have been written. */
      readonly region: Region;
      /** How much of the work is done; 1 with the last region, which may be empty. */
      readonly share: number;
      /** Where the map is made; what float32 cannot tell, the kernel makes in any case. */
      readonly backend: Backend;
    }
  | { readonly failure: string };

export interface Wanted {
  readonly plan: SweepPlan;
  readonly backend: Backend;
  /** Those of all its pixels, written part by part; what is in those of other parts stays until then. */
  readonly cells: Cells;
  /** True where it goes before what is not: a strip, which has to follow a drag. */
  readonly urgent?: boolean;
  /** True where every run has to be that of float64 in the end, and not those at boundaries alone. */
  readonly isExact?: boolean;
}

/** A map under way. */
export interface Job extends Omit<Wanted, 'backend'> {
  readonly id: number;
  backend: Backend;
  readonly tell: (news: SweepNews) => void;
  pieces: Piece[];
  readonly runs: number;
  /** Runs that have been told of, and those that float64 makes anew. */
  told: number;
  refined: number;
  /** Pieces of each level that are still to be made. */
  readonly open: number[];
  /** Cells that wait until every coarser level is told: a coarse block must not cover finer pixels. */
  held: Held[];
  /** What float64 makes anew, where the graphics card has made a part. */
  refinement: Refinement | undefined;
  share: number;
}

export interface Held {
  readonly piece: Piece;
  readonly cells: Cells;
}

/** The share of the work of a map that the graphics card makes, where float64 makes little anew, and where much. */
const [drawnShare, drawnOfExact] = [0.8, 0.5];

/** Whether a job's next piece goes first. */
export const isBefore = (one: Job, other: Job): boolean => {
  const [a, b] = [one.urgent === true, other.urgent === true];
  if (a !== b) return a;
  const [level, against] = [one, other].map(({ pieces }) => pieces[0]?.level ?? Infinity) as [number, number];
  return level !== against ? level < against : one.id < other.id;
};

/** Counts pieces in, or out. */
export const count = (job: Job, pieces: readonly Piece[], by: 1 | -1): void => {
  for (const { level } of pieces) job.open[level] = (job.open[level] ?? 0) + by;
};

/** How much of a map's work is done. */
export const shareOf = ({ told, runs, refined, refinement, open, isExact }: Job): number => {
  if (open.every((left) => left === 0)) return 1;
  if (refinement === undefined) return told / runs;
  const [drawn, anew] = [Math.min(told, runs) / runs, Math.max(0, told - runs) / Math.max(1, refined)];
  const share = isExact === true ? drawnOfExact : drawnShare;
  return share * drawn + (1 - share) * anew;
};
