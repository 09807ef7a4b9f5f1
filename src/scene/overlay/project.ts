import type { PerspectiveCamera } from 'three';
import { Matrix4 } from 'three';
import type { Vector } from '../geometry/vector.ts';

const matrix = new Matrix4();

/** World → CSS pixels from the picture's left top corner; undefined behind the camera. For the camera as it is now. */
export type Project = (place: Vector) => { x: number; y: number } | undefined;

export function projection(camera: PerspectiveCamera, width: number, height: number): Project {
  matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
  const [a, b, , d, e, f, , h, i, j, , l, m, n, , p] = matrix.elements;
  return ([x, y, z]) => {
    const w = d * x + h * y + l * z + p;
    if (w <= 1e-6) return undefined;
    return {
      x: (0.5 + (0.5 * (a * x + e * y + i * z + m)) / w) * width,
      y: (0.5 - (0.5 * (b * x + f * y + j * z + n)) / w) * height,
    };
  };
}
