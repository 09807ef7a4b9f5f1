import type { Point } from './points.ts';

/** How a run ended, in the order in which they are looked for. */
export type Status = 'undefined' | 'diverged' | 'converged' | 'budget';

/**
 * One optimizer's whole run. Row s of every column is the state of things after s steps: row 0 is the start.
 *
 * Columns: `x`, `y`; `loss` = f(x, y); `gx`, `gy`, its true gradient there; `lr`, and `mu` where the rule has it, as the
 * schedules give them for s = row (so step s + 1 uses row s); with noise, `nx`, `ny`, what step s + 1 adds to the
 * gradient; and the rule's state per coordinate, `v.x`, `v.y`, …. With mini-batches the rule is given the gradient of each
 * step's batch, while `loss`, `gx` and `gy` stay those of all rows: what is recorded is where the run is, not what it saw.
 */
export interface Run {
  readonly id: string;
  readonly status: Status;
  /** The step that the status speaks of: first settled, left for good, or first without a finite value; else `steps`. */
  readonly at: number;
  /** Steps taken; every column has steps + 1 rows. */
  readonly steps: number;
  /** Gradient evaluations that the rule itself makes per step. */
  readonly evaluations: number;
  /** Index into the surface's minima of the one it settled at; −1 where it did not. */
  readonly minimum: number;
  /** What became non-finite first ('loss', 'gx', 'v.x', …), where something did. */
  readonly culprit?: string;
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/** The last step that a run made or tried: the one that stopped it, where one did. */
export const lastStep = ({ culprit, steps, at }: Run): number => (culprit === undefined ? steps : at);

/**
 * Where a run is at a position in steps: 1.5 is half-way through the second step. Its start before 0, its last point once
 * it has ended.
 */
export function pointAt({ columns, steps }: Run, position: number): Point {
  const at = Math.min(Math.max(position, 0), steps);
  const s = Math.min(Math.floor(at), Math.max(0, steps - 1));
  const share = at - s;
  const mix = (column: Float64Array): number =>
    share === 0 ? (column[s] as number) : (column[s] as number) * (1 - share) + (column[s + 1] as number) * share;
  return { x: mix(columns['x'] as Float64Array), y: mix(columns['y'] as Float64Array) };
}
