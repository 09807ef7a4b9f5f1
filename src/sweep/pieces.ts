import { bandsOf, type Part, partsOf } from './lattice.ts';
import type { Backend, Work } from './messages.ts';
import type { SweepPlan } from './plan.ts';

/** What of a map is ordered at once; coarser levels come first. */
export interface Piece {
  readonly level: number;
  readonly work: Work;
}

/** Steps of a band: as many as are made in some tens of milliseconds, so that a drop is heard soon. */
const stepsInBand = 600_000;
/**
 * Pixels that the graphics card makes at once: so few that many steps fit into one pass, as every pass reads and writes the
 * whole state of each, and that to take them over is no long task; enough for all of a card's cores.
 */
const drawnAtOnce = 8192;
/** Runs of a band. */
export const runsInBand = ({ settings: { steps } }: SweepPlan): number => stepsInBand / (steps + 20);

/** The parts of a map from coarse to fine; one that makes each run once, where the axes are lists. */
export const partsIn = ({ axes, size: [across, up] }: SweepPlan): Part[] =>
  axes.some(({ rows }) => rows !== undefined) ? [{ x: 0, y: 0, stride: 1, across, up, block: 1 }] : partsOf(across, up);

/** All pieces of a map. */
export const piecesOf = (plan: SweepPlan, backend: Backend): Piece[] =>
  partsIn(plan).flatMap((part, level): Piece[] =>
    backend === 'gpu'
      ? bandsOf(part, drawnAtOnce).map((region) => ({ level, work: { backend, region } }))
      : bandsOf(part, runsInBand(plan)).map((region) => ({ level, work: { backend, region } })),
  );
