import { Group } from 'three';
import type { Run } from '../../engine/run.ts';
import type { View } from '../geometry/view.ts';
import { sharedUniforms } from './material.ts';
import { createPath, type Path, type PathStyle } from './path.ts';

/** The paths of all runs that are shown. */
export interface Paths {
  readonly object: Group;
  /** Paths by the id of their run. */
  readonly byId: ReadonlyMap<string, Path>;
  /** Drapes the runs that are new, or all where the view is new; drops the paths of those that are gone. */
  setRuns(runs: readonly Run[], view: View): void;
  setStyles(styleOf: (id: string, place: number) => PathStyle): void;
  setPosition(position: number): void;
  /** Size of the picture in device pixels, and how many of them a world unit is. */
  setScale(width: number, height: number, pixelsPerUnit: number): void;
  dispose(): void;
}

export function createPaths(): Paths {
  const object = new Group();
  const shared = sharedUniforms();
  const byId = new Map<string, Path>();
  let draped: View | undefined;
  let made = 0;
  return {
    object,
    byId,
    setRuns(runs, view) {
      for (const [id, path] of byId)
        if (!runs.some((run) => run.id === id)) {
          path.dispose();
          byId.delete(id);
        }
      for (const run of runs) {
        let path = byId.get(run.id);
        if (path === undefined) {
          made += 1;
          path = createPath((made % 255) + 1, shared);
          byId.set(run.id, path);
          object.add(path.object);
        }
        if (path.run !== run || view !== draped) path.setRun(run, view);
      }
      draped = view;
    },
    setStyles(styleOf) {
      let place = 0;
      for (const [id, path] of byId) {
        path.setStyle(styleOf(id, place));
        place += 1;
      }
    },
    setPosition(position) {
      for (const path of byId.values()) path.setPosition(position);
    },
    setScale(width, height, pixelsPerUnit) {
      shared.resolution.value.set(width, height);
      for (const path of byId.values()) path.setPixelsPerUnit(pixelsPerUnit);
    },
    dispose() {
      for (const path of byId.values()) path.dispose();
      byId.clear();
    },
  };
}
