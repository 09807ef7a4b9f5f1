import type { PerspectiveCamera } from 'three';
import { runsStore } from '../state/runs.ts';
import { surfaceIn } from '../state/surface.ts';
import type { ViewName } from './camera/directions.ts';
import type { Rig } from './camera/rig.ts';
import type { Frame } from './geometry/fit.ts';
import type { Rect } from './geometry/labels.ts';
import { type View, viewOf } from './geometry/view.ts';
import type { Project } from './overlay/project.ts';
import { createPaths, type Paths } from './paths/paths.ts';

/** What the picture's parts share: plain objects that frames read and write, and React does not watch. */
export interface Stage {
  readonly paths: Paths;
  camera: PerspectiveCamera | undefined;
  rig: Rig | undefined;
  /** Asks for a frame. */
  invalidate(): void;
  /** Called in each frame, after it is drawn, to put the overlay in its place. */
  layOut(): void;
  /** Called by the overlay: draws what explains a step, and returns what labels should not cover. */
  layInk(view: View, project: Project): readonly Rect[];
  /** The size of the picture and what lies over its edges. */
  frame: Frame;
  /** The view that was last gone to. */
  viewName: ViewName;
}

export const createStage = (): Stage => ({
  paths: createPaths(),
  camera: undefined,
  rig: undefined,
  invalidate: () => undefined,
  layOut: () => undefined,
  layInk: () => [],
  frame: { width: 1, height: 1, left: 0, right: 0, top: 0, bottom: 0 },
  viewName: 'reset',
});

/** The view of the surface that the present runs belong to. */
export const currentView = (): View => viewOf(surfaceIn(runsStore.getState().scene));
