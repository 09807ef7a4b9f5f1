import type { Sight } from '../../lessons/lesson.ts';
import { lessonIn } from '../../state/lessons/lesson.ts';
import { runsStore } from '../../state/runs.ts';
import { fit, type Pose } from '../geometry/fit.ts';
import { poseOf, sightOf } from '../geometry/sight.ts';
import { outlineOf } from '../geometry/view.ts';
import { currentView, type Stage } from '../stage.ts';
import { directionOf, type ViewName } from './directions.ts';
import { fov } from './rig.ts';

const lessonSight = (): Sight | undefined => lessonIn(runsStore.getState().scene)?.camera;

/** Where a view looks from: its direction with all of the surface in sight, or as a lesson that is told wants it. */
export function poseFor(name: ViewName, { frame }: Stage): Pose {
  const view = currentView();
  const sight = name === 'reset' ? lessonSight() : undefined;
  if (sight !== undefined) return poseOf(sight, outlineOf(view), fov, frame);
  return fit(outlineOf(view), directionOf(name, view.surface.camera), fov, frame);
}

/** What is looked at now; undefined where it is the surface's own view. */
export function sightIn({ rig, viewName, frame }: Stage): Sight | undefined {
  const isOwn = rig?.isAtRest === true && viewName === 'reset' && lessonSight() === undefined;
  return rig === undefined || isOwn ? undefined : sightOf(rig.pose, outlineOf(currentView()), fov, frame);
}
