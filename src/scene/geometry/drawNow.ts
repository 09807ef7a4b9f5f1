import type { Point } from '../../engine/points.ts';
import { pointAt } from '../../engine/run.ts';
import { curvatureNow } from '../../state/curvature.ts';
import { inspectedRun, stepPictureNow } from '../../state/inspected.ts';
import { playback } from '../../state/playback.ts';
import { readable } from '../../state/status.ts';
import type { Plot } from './arrow.ts';
import { drawCurvature } from './drawCurvature.ts';
import { drawStep } from './drawStep.ts';
import type { Drawing } from './inkMarks.ts';

/** What explains the step and the place at the cursor, in the pixels of a picture. */
export interface DrawingNow extends Drawing {
  /** The optimizer whose step it is. */
  readonly id: string | undefined;
  /** The place that is explained: where that optimizer is, or the one whose curvature is shown. */
  readonly point: Point | undefined;
}

/** Curvature below, the step upon it, as far as the scene shows them. */
export function drawNow(plot: Plot, em: number): DrawingNow {
  const here = curvatureNow();
  const cross = here && drawCurvature(here.curvature, here.point, plot, em);
  const run = inspectedRun();
  const picture = stepPictureNow();
  const at = run && pointAt(run, playback.position);
  const step = picture && at && drawStep(picture, plot, at, pointAt(run, 0), em, readable);
  return {
    id: run?.id,
    point: at ?? here?.point,
    marks: [...(cross?.marks ?? []), ...(step?.marks ?? [])],
    notes: step?.notes ?? [],
    free: step?.free ?? [],
  };
}
