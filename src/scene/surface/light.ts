import type { Camera, Vector3 } from 'three';

/**
 * The main light comes from above the viewer's left shoulder, wherever the camera goes: slopes read the same from every
 * side, and the picture is never lit from behind.
 */
export function keyLightFrom(camera: Camera, into: Vector3): void {
  const [x, , z] = camera.matrixWorld.elements;
  const right = Math.hypot(x, z) || 1;
  const [rx, rz] = [x / right, z / right];
  into.set(-0.62 * rx - 0.28 * rz, 0.72, -0.62 * rz + 0.28 * rx).normalize();
}
