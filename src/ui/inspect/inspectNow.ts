import { type Inspection, inspectStep } from '../../engine/inspect.ts';
import { playback } from '../../state/playback.ts';
import { runsStore } from '../../state/runs.ts';
import { settingsOf } from '../../state/settings.ts';

/** The step that led to where an optimizer is shown now; undefined where it has taken none or takes no part. */
export function inspectNow(id: string): Inspection | undefined {
  const { runs, scene } = runsStore.getState();
  const run = runs.find((item) => item.id === id);
  const runner = scene.optimizers.find((item) => item.id === id);
  if (run === undefined || runner === undefined || run.steps === 0) return undefined;
  const step = Math.min(Math.max(1, playback.step), run.steps);
  return inspectStep(settingsOf(scene, runner), run, step);
}
