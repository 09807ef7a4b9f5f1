import { batchGradient } from '../../engine/batch.ts';
import { fieldOf } from '../../engine/field.ts';
import type { Settings } from '../../engine/simulate.ts';
import { costOf, type Size, sizeOf } from '../../formula/cost.ts';
import { parse } from '../../formula/parse.ts';
import { type Expression, walk } from '../../formula/syntax.ts';
import { isBuiltIn, type Runner, type Scene } from '../schema.ts';
import { runnersIn, settingsOf } from '../settings.ts';

/** Nanoseconds, roughly, that the runs of a scene from outside may take: so few that no link holds the page up. */
const timeLimit = 1e8;

/** Operations that the steps of a scene from outside may have together: to compile them takes some tenths of a second. */
const stepLimit = 60_000;

/** The loss with its gradient, and the gradient that a rule is given. */
function sizesOf({ formula, params, batch }: Settings['loss']): { field: Size; given: Size } {
  const { value, gx, gy } = fieldOf(formula, params);
  const field = sizeOf([value, gx, gy]);
  return { field, given: batch === undefined ? field : sizeOf([...batchGradient(batch, params)]) };
}

/** Powers by a small whole number become products, those by t a column that is there already. */
const isCheap = (exponent: Expression): boolean =>
  exponent.kind === 'number' ? Number.isInteger(exponent.value) && exponent.value <= 4 : isStep(exponent);
const isStep = (part: Expression): boolean => part.kind === 'name' && part.name === 't';

const timeOf = (part: Expression): number => {
  if (part.kind === 'call') return part.name === 'grad' ? 0 : costOf(part.name);
  return part.kind === 'binary' && part.operator === '^' && !isCheap(part.right) ? costOf('pow') : 1;
};

/** One step of each optimizer, by what it is made of: what its parts share is counted in each of them. */
function stepSizes(scene: Scene, runners: readonly Runner[], isChanged: boolean): Size[] {
  let sizes: ReturnType<typeof sizesOf> | undefined;
  return runners.map((runner) => {
    const { loss, rule } = settingsOf(scene, runner);
    sizes ??= sizesOf(loss);
    const { field, given } = sizes;
    let [parts, time, asked] = [0, 0, loss.batch === undefined ? 0 : 1];
    for (const { value } of parse(rule.formula).statements)
      walk(value, (part) => {
        parts += 1;
        time += timeOf(part);
        if (part.kind === 'call' && part.name === 'grad') asked += 1;
      });
    // A second run beside it, of another form of the rule or without the changes on the way.
    const { overlay, variant } = runner;
    const runs = 1 + Number(overlay !== undefined && overlay !== variant) + Number(scene.fork === true && isChanged);
    return {
      parts: field.parts + asked * given.parts + 2 * parts,
      time: runs * (field.time + asked * given.time + 2 * time),
    };
  });
}

/** What of a scene from outside the page can afford. */
export interface Affordable {
  /** The optimizers with rules of their own whose steps are too long to be compiled with those of all before them. */
  readonly dropped: ReadonlySet<Runner>;
  /** The most steps of all others. */
  readonly steps: number;
}

/**
 * Of formulas of somebody's own; the built-in ones are all cheap enough for any number of steps.
 *
 * @param isChanged whether anything is changed on the way
 */
export function affordable(scene: Scene, isChanged: boolean): Affordable {
  const runners = runnersIn(scene);
  const dropped = new Set<Runner>();
  if (isBuiltIn(scene.surface) && runners.every(({ rule }) => rule === undefined))
    return { dropped, steps: scene.steps };
  let [all, perStep] = [0, 0];
  stepSizes(scene, runners, isChanged).forEach(({ parts, time }, i) => {
    const runner = runners[i] as Runner;
    if (runner.rule !== undefined && all + parts > stepLimit) dropped.add(runner);
    else [all, perStep] = [all + parts, perStep + time];
  });
  return { dropped, steps: Math.max(1, Math.floor(timeLimit / Math.max(1, perStep))) };
}
