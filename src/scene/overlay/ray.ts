import { Vector3 } from 'three';
import type { Ray } from '../geometry/pick.ts';
import type { Stage } from '../stage.ts';

const ahead = new Vector3();

/** The line of sight through a place in the window. */
export function rayThrough({ camera }: Stage, root: HTMLElement, clientX: number, clientY: number): Ray | undefined {
  if (camera === undefined) return undefined;
  const { left, top, width, height } = root.getBoundingClientRect();
  camera.updateMatrixWorld();
  ahead.set(((clientX - left) / width) * 2 - 1, 1 - ((clientY - top) / height) * 2, 0.5).unproject(camera);
  ahead.sub(camera.position);
  return { origin: camera.position.toArray(), direction: ahead.toArray() };
}
