import { type Curvature, curvatureAt } from '../engine/curvature.ts';
import { fieldOf } from '../engine/field.ts';
import type { Point } from '../engine/points.ts';
import { pointAt, type Run } from '../engine/run.ts';
import { stableRate } from '../engine/stability.ts';
import { standings } from '../engine/standing.ts';
import { inspectedRun } from './inspected.ts';
import { playback } from './playback.ts';
import { hyperOf, ruleIn } from './rule.ts';
import { runsStore, shownRuns } from './runs.ts';
import type { Runner } from './schema.ts';
import { surfaceIn } from './surface.ts';

/** The curvature where an optimizer is. */
export interface CurvatureHere {
  readonly id: string;
  readonly point: Point;
  readonly curvature: Curvature;
}

/** The optimizer whose place is looked at: the inspected one, else the solo one, else the one that leads. */
function subject(): Run | undefined {
  const { runs, scene } = runsStore.getState();
  const inspected = inspectedRun();
  if (inspected !== undefined) return inspected;
  const shown = shownRuns(scene, runs);
  const first = standings(shown, playback.step).find(({ rank }) => rank === 1);
  return shown.find(({ id }) => id === first?.id);
}

const at = (run: Run): CurvatureHere => {
  const { formula, values } = surfaceIn(runsStore.getState().scene);
  const point = pointAt(run, playback.position);
  const curvature = curvatureAt(fieldOf(formula, Object.keys(values)), values, point.x, point.y);
  return { id: run.id, point, curvature };
};

/** The curvature at the cursor; undefined where the scene does not show it or nothing has run. */
export function curvatureNow(): CurvatureHere | undefined {
  const run = runsStore.getState().scene.curvature === true ? subject() : undefined;
  return run === undefined ? undefined : at(run);
}

/** How large an optimizer's rate may be where it is now. */
export interface Stability {
  /** The rate from which it is unstable on a quadratic as curved as the surface here; undefined where none is too large. */
  readonly limit: number | undefined;
  /** The rate of its next step, as the schedule gives it. */
  readonly rate: number;
}

/** The stability of an optimizer at the cursor; undefined where curvature is not shown, or its rule states no limit. */
export function stabilityNow(id: string): Stability | undefined {
  const { runs, scene } = runsStore.getState();
  const run = runs.find((item) => item.id === id);
  const runner = scene.optimizers.find((item) => item.id === id);
  if (scene.curvature !== true || run === undefined || runner === undefined) return undefined;
  const { stability, hyper } = ruleIn(runner);
  if (stability === undefined) return undefined;
  const [lambda] = at(run).curvature.eigenvalues;
  const { lr: rate, ...inEffect } = hyperNow(run, runner, Object.keys(hyper));
  return { limit: stableRate(stability, lambda, inEffect), rate: rate as number };
}

/** Hyperparameters as the next step has them: lr and mu after their schedules. */
function hyperNow({ columns, steps }: Run, runner: Runner, names: readonly string[]): Record<string, number> {
  const row = Math.min(playback.step, steps);
  return Object.fromEntries(names.map((name) => [name, columns[name]?.[row] ?? hyperOf(runner, name)]));
}
