import { type Inspection, inspectStep } from '../engine/inspect.ts';
import { lastStep, type Run } from '../engine/run.ts';
import { type StateKind, stateKinds } from '../engine/stateKind.ts';
import { type StepPicture, stepPicture } from '../engine/stepPicture.ts';
import type { Axis, Both } from '../engine/step.ts';
import { build } from '../formula/build.ts';
import { Graph } from '../formula/graph.ts';
import { freeNames } from '../formula/names.ts';
import { parse } from '../formula/parse.ts';
import { playback } from './playback.ts';
import { ruleIn } from './rule.ts';
import { runsStore, shownRuns } from './runs.ts';
import type { Runner, Scene } from './schema.ts';
import { settingsOf } from './settings.ts';

/**
 * The step that leads to a position in steps: the one under way, or the one that ended there; the first at the start, and
 * at the end of a run that stopped the step that stopped it.
 */
const stepAt = (run: Run, position: number): number => Math.min(Math.max(1, Math.ceil(position)), lastStep(run));

/** A step, of whose run it is. */
export interface Inspected {
  readonly scene: Scene;
  readonly runner: Runner;
  readonly run: Run;
  readonly inspection: Inspection;
}

let latest: Inspected | undefined;

/** The step that leads to where an optimizer is shown now; undefined where it has none or takes no part. */
export function inspectedNow(id: string): Inspected | undefined {
  const { runs, scene } = runsStore.getState();
  const run = runs.find((item) => item.id === id);
  const runner = scene.optimizers.find((item) => item.id === id);
  if (run === undefined || runner === undefined || lastStep(run) === 0) return undefined;
  const step = stepAt(run, playback.position);
  if (latest?.run !== run || latest.inspection.step !== step)
    latest = { scene, runner, run, inspection: inspectStep(settingsOf(scene, runner), run, step) };
  return latest;
}

/** The run whose step is drawn on the surface: the inspected optimizer's, where it is shown. */
export function inspectedRun(): Run | undefined {
  const { runs, scene } = runsStore.getState();
  return shownRuns(scene, runs).find(({ id }) => id === scene.inspect);
}

const kinds = new WeakMap<Runner, ReadonlyMap<string, StateKind>>();

/** The kinds of the states that an optimizer of the scene keeps. */
export function stateKindsOf(runner: Runner): ReadonlyMap<string, StateKind> {
  const known = kinds.get(runner);
  if (known !== undefined) return known;
  const { rule, lr, mu } = settingsOf(runsStore.getState().scene, runner);
  const found = stateKinds(rule, { ...rule.values, lr, mu });
  kinds.set(runner, found);
  return found;
}

/**
 * Where a step's position is behind x, where x has looked ahead already: the rule has another form that says what x stands
 * for in that form's names, x + mu*v, and the state is the same. Undefined where x is the position.
 */
export function behindIn({ runner, inspection: { before } }: Inspected): Both<number> | undefined {
  const { variants } = ruleIn(runner);
  const form = Object.values(variants).find(({ variable }) => variable !== undefined);
  if (form?.variable === undefined || Object.hasOwn(variants, runner.variant)) return undefined;
  const program = parse(form.variable);
  const along = (axis: Axis): number => {
    const graph = new Graph();
    const named = (name: string): number => (name === 'x' ? 0 : (before[name] ?? before[`${name}.${axis}`] ?? NaN));
    const given = new Map(freeNames(program).map((name) => [name, graph.constant(named(name))]));
    return (before[axis] as number) - (build(graph, program, given).result.value as number);
  };
  return { x: along('x'), y: along('y') };
}

/** What is to be drawn of the inspected optimizer's step; undefined where none is inspected or shown. */
export function stepPictureNow(): StepPicture | undefined {
  const run = inspectedRun();
  const now = run && inspectedNow(run.id);
  return now && stepPicture(now.inspection, now.run, stateKindsOf(now.runner), behindIn(now));
}

/** What of an optimizer's step is drawn now, by kind and name: `velocity v`. */
export function drawnNow(id: string | undefined): string {
  const picture = inspectedRun()?.id === id ? stepPictureNow() : undefined;
  if (picture === undefined) return '';
  const { vectors, ahead, behind, sizes } = picture;
  const drawn = [
    ...vectors.map(({ kind, name = '' }) => `${kind} ${name}`),
    ...(ahead.length > 0 || behind !== undefined ? ['lookahead '] : []),
    ...sizes.map(({ name }) => `size ${name}`),
  ];
  return drawn.join('|');
}
