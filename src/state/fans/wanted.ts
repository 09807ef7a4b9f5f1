import type { FanSettings } from '../../engine/fan/fan.ts';
import type { Measure } from '../../engine/measures.ts';
import { isNoisy } from '../noise.ts';
import type { Scene } from '../schema.ts';
import { runnersIn, settingsOf } from '../settings.ts';

/** Whether a scene has fans: more than one seed, and noise that makes them differ. */
export const hasFans = (scene: Scene): boolean => scene.fan !== undefined && isNoisy(scene);

/** The fans of a scene: one for each optimizer that takes part, none where all seeds would give the same run. */
export function wantedFans(scene: Scene, measure: Measure): FanSettings[] {
  const { fan: seeds = 0 } = scene;
  if (!hasFans(scene)) return [];
  return runnersIn(scene).map((runner) => ({ id: runner.id, settings: settingsOf(scene, runner), seeds, measure }));
}
