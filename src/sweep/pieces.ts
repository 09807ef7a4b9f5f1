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
 * Pixels that are drawn at once where the processor draws: so few that many steps fit into one pass, as every pass reads
 * and writes the whole state of each, and that to take them over is no long task.
 */
const drawnByProcessor = 16_384;
/** And where a graphics card does: enough for all of its cores. */
const drawnByCard = 65_536;
/** Characters of a loss, once for each gradient of a step, that the processor can draw; all of the catalogs are shorter. */
const drawnCharacters = 400;

/**
 * Pixels of a map that are drawn at once; 0 where it is left to the kernel, because the processor in place of a card would
 * take seconds for a pass of so long a formula, and nothing else on the page would be drawn meanwhile.
 */
export function drawnAtOnce(isCard: boolean, { settings: { loss, rule } }: SweepPlan): number {
  if (isCard) return drawnByCard;
  const gradients = rule.formula.split('grad(').length;
  return loss.formula.length * gradients > drawnCharacters ? 0 : drawnByProcessor;
}
/** Runs of a band. */
export const runsInBand = ({ settings: { steps } }: SweepPlan): number => stepsInBand / (steps + 20);

/** The parts of a map from coarse to fine; one that makes each run once, where the axes are lists. */
export const partsIn = ({ axes, size: [across, up] }: SweepPlan): Part[] =>
  axes.some(({ rows }) => rows !== undefined) ? [{ x: 0, y: 0, stride: 1, across, up, block: 1 }] : partsOf(across, up);

/** Pixels that a piece stands for at most: some milliseconds to place. */
const placedAtOnce = 262_144;

/** All pieces of a map, of so many pixels where they are drawn. */
export const piecesOf = (plan: SweepPlan, backend: Backend, drawn: number): Piece[] =>
  partsIn(plan).flatMap((part, level): Piece[] => {
    const most = backend === 'gpu' ? drawn : runsInBand(plan);
    const regions = bandsOf(part, Math.min(most, placedAtOnce / part.block ** 2));
    return regions.map((region) => ({ level, work: { backend, region } }));
  });
