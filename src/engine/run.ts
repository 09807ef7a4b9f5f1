/** How a run ended, in the order in which they are looked for. */
export type Status = 'undefined' | 'diverged' | 'converged' | 'budget';

/**
 * One optimizer's whole run. Row s of every column is the state of things after s steps: row 0 is the start.
 *
 * Columns: `x`, `y`; `loss` = f(x, y); `gx`, `gy`, its true gradient there; `lr`, and `mu` where the rule has it, as the
 * schedules give them for s = row (so step s + 1 uses row s); with noise, `nx`, `ny`, what step s + 1 adds to the
 * gradient; and the rule's state per coordinate, `v.x`, `v.y`, ….
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
