import { preferences } from '../../state/preferences.ts';
import type { Scene } from '../../state/scene.ts';
import { surfaceIn } from '../../state/surface.ts';
import { statedMinima } from './minimum.ts';
import type { Chosen } from './series.ts';

/** What the reader wants to see of the runs of a scene. */
export function chosenFor(scene: Scene): Chosen {
  const { measure, axis } = preferences.getState();
  return { measure, axis, ...statedMinima(surfaceIn(scene)) };
}
