import { batchGradient } from '../../engine/batch.ts';
import { fieldOf } from '../../engine/field.ts';
import type { Settings } from '../../engine/simulate.ts';
import { reachable } from '../../formula/graph.ts';
import { parse } from '../../formula/parse.ts';
import { walk } from '../../formula/syntax.ts';
import { isBuiltIn, type Runner, type Scene } from '../schema.ts';
import { runnersIn, settingsOf } from '../settings.ts';

/** Operations that the runs of a scene from outside may take: a few seconds, so that no link can hang the page. */
const workLimit = 2e8;

/** Operations that the steps of a scene from outside may have together: to compile them takes about a second. */
const stepLimit = 250_000;

/** Operations of the loss with its gradient, and of the gradient that a rule is given. */
function sizesOf({ formula, params, batch }: Settings['loss']): { field: number; given: number } {
  const { value, gx, gy } = fieldOf(formula, params);
  const field = reachable([value, gx, gy]).length;
  return { field, given: batch === undefined ? field : reachable([...batchGradient(batch, params)]).length };
}

/** Operations of one step of each optimizer, by what it is made of: what its parts share is counted in each of them. */
function stepSizes(scene: Scene, runners: readonly Runner[]): number[] {
  let sizes: ReturnType<typeof sizesOf> | undefined;
  return runners.map((runner) => {
    const { loss, rule } = settingsOf(scene, runner);
    sizes ??= sizesOf(loss);
    const { field, given } = sizes;
    let [parts, asked] = [0, loss.batch === undefined ? 0 : 1];
    for (const { value } of parse(rule.formula).statements)
      walk(value, (part) => {
        parts += 1;
        if (part.kind === 'call' && part.name === 'grad') asked += 1;
      });
    return field + asked * given + 2 * parts;
  });
}

/** What of a scene from outside the page can afford. */
export interface Affordable {
  /** The optimizers with rules of their own whose steps are too long to be compiled with those of all before them. */
  readonly dropped: ReadonlySet<Runner>;
  /** The most steps of all others. */
  readonly steps: number;
}

/** Of formulas of somebody's own; the built-in ones are all cheap enough for any number of steps. */
export function affordable(scene: Scene): Affordable {
  const runners = runnersIn(scene);
  const dropped = new Set<Runner>();
  if (isBuiltIn(scene.surface) && runners.every(({ rule }) => rule === undefined))
    return { dropped, steps: scene.steps };
  let perStep = 0;
  stepSizes(scene, runners).forEach((size, i) => {
    const runner = runners[i] as Runner;
    if (runner.rule !== undefined && perStep + size > stepLimit) dropped.add(runner);
    else perStep += size;
  });
  return { dropped, steps: Math.max(1, Math.floor(workLimit / Math.max(1, perStep))) };
}
