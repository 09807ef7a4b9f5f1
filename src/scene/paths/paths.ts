import { Group } from 'three';
import type { Run } from '../../engine/run.ts';
import type { View } from '../geometry/view.ts';
import { sharedUniforms } from './material.ts';
import { createMarks } from './marks.ts';
import { createPath, type Path, type PathStyle } from './path.ts';

/** A run to draw, and the name of its path: the run's id, or a ghost's key. */
export interface Drawn {
  readonly key: string;
  readonly run: Run;
  /** True where it is drawn to its end at every position. */
  readonly isWhole?: boolean;
}

/** The paths of all runs that are shown. */
export interface Paths {
  readonly object: Group;
  readonly byKey: ReadonlyMap<string, Path>;
  /** Drapes the runs that are new, or all where the view is new; drops the paths of those that are gone. */
  setRuns(runs: readonly Drawn[], view: View): void;
  setStyles(styleOf: (key: string) => PathStyle): void;
  /** Puts rings on paths where their optimizers were changed, by key; after runs and styles. */
  setMarks(rows: ReadonlyMap<string, readonly number[]>): void;
  setPosition(position: number): void;
  /** Size of the picture in device pixels, and how many of them a world unit is. */
  setScale(width: number, height: number, pixelsPerUnit: number): void;
  dispose(): void;
}

/** Diameter of a ring in widths of a path. */
const ringSize = 3.6;

export function createPaths(): Paths {
  const object = new Group();
  const shared = sharedUniforms();
  const byKey = new Map<string, Path>();
  const whole = new Set<string>();
  const marks = createMarks(shared);
  object.add(marks.object);
  let draped: View | undefined;
  let made = 0;
  return {
    object,
    byKey,
    setRuns(runs, view) {
      for (const [key, path] of byKey)
        if (!runs.some((drawn) => drawn.key === key)) {
          path.dispose();
          byKey.delete(key);
          whole.delete(key);
        }
      for (const { key, run, isWhole } of runs) {
        let path = byKey.get(key);
        if (path === undefined) {
          made += 1;
          if (isWhole === true) whole.add(key);
          path = createPath((made % 255) + 1, shared);
          byKey.set(key, path);
          object.add(path.object);
        }
        if (path.run !== run || view !== draped) path.setRun(run, view);
      }
      draped = view;
    },
    setStyles(styleOf) {
      for (const [key, path] of byKey) path.setStyle(styleOf(key));
    },
    setMarks(rows) {
      const marked = [...rows].flatMap(([key, at]) => {
        const path = byKey.get(key);
        return path?.style === undefined ? [] : [{ ...path.style, drape: path.drape, rows: at }];
      });
      const [first] = marked;
      marks.set(marked, first?.halo ?? '', (first?.width ?? 1) * ringSize);
    },
    setPosition(position) {
      marks.setPosition(position);
      for (const [key, path] of byKey) path.setPosition(whole.has(key) ? Infinity : position);
    },
    setScale(width, height, pixelsPerUnit) {
      shared.resolution.value.set(width, height);
      for (const path of byKey.values()) path.setPixelsPerUnit(pixelsPerUnit);
    },
    dispose() {
      for (const path of byKey.values()) path.dispose();
      byKey.clear();
      marks.dispose();
    },
  };
}
