import { type Inspection, inspectStep } from '../engine/inspect.ts';
import type { Run } from '../engine/run.ts';
import { type StateKind, stateKinds } from '../engine/stateKind.ts';
import { type StepPicture, stepPicture } from '../engine/stepPicture.ts';
import { playback } from './playback.ts';
import { runsStore, shownRuns } from './runs.ts';
import type { Runner } from './schema.ts';
import { settingsOf } from './settings.ts';

/** The step that leads to a position in steps: the one under way, or the one that ended there; the first at the start. */
const stepAt = ({ steps }: Run, position: number): number => Math.min(Math.max(1, Math.ceil(position)), steps);

let latest: { readonly run: Run; readonly step: number; readonly inspection: Inspection } | undefined;

/** The step that leads to where an optimizer is shown now; undefined where it has none or takes no part. */
export function inspectNow(id: string): Inspection | undefined {
  const { runs, scene } = runsStore.getState();
  const run = runs.find((item) => item.id === id);
  const runner = scene.optimizers.find((item) => item.id === id);
  if (run === undefined || runner === undefined || run.steps === 0) return undefined;
  const step = stepAt(run, playback.position);
  if (latest?.run !== run || latest.step !== step)
    latest = { run, step, inspection: inspectStep(settingsOf(scene, runner), run, step) };
  return latest.inspection;
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

/** What is to be drawn of the inspected optimizer's step; undefined where none is inspected or shown. */
export function stepPictureNow(): StepPicture | undefined {
  const run = inspectedRun();
  const inspection = run && inspectNow(run.id);
  const runner = runsStore.getState().scene.optimizers.find(({ id }) => id === run?.id);
  if (run === undefined || inspection === undefined || runner === undefined) return undefined;
  return stepPicture(inspection, run, stateKindsOf(runner));
}
