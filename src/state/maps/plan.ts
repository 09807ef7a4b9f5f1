import type { SweepAxis } from '../../sweep/axis.ts';
import type { SweepPlan } from '../../sweep/plan.ts';
import type { Runner, Scene } from '../schema.ts';
import { settingsOf } from '../settings.ts';
import { surfaceIn } from '../surface.ts';

/** What a map of a scene is, besides the scene and the optimizer. */
export interface MapChoice {
  readonly axes: readonly [SweepAxis, SweepAxis];
  readonly size: readonly [number, number];
  readonly steps: number;
  /** Where it is not the scene's. */
  readonly tolerance?: number;
}

/** The map of one optimizer of a scene. Minima are those that the surface states; a surface that nobody has stated them of has none. */
export function planOf(scene: Scene, runner: Runner, { axes, size, steps, tolerance }: MapChoice): SweepPlan {
  const settings = settingsOf(scene, runner);
  return {
    settings: { ...settings, steps, ...(tolerance !== undefined && { tolerance }) },
    minima: settings.minima === undefined ? undefined : surfaceIn(scene).minima,
    axes,
    size,
  };
}
