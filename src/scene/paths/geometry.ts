import { BufferGeometry, DataTexture, FloatType, RGBAFormat } from 'three';
import { type Drape, stride } from '../geometry/drape.ts';
import { pointsAcross } from './shader.ts';

/**
 * A line whose points are those of a drape, without a copy: a texture of one point per texel, in which the corners of
 * segment i look up points i and i + 1. Instances of one rectangle would do the same, but where the processor draws
 * each of them costs as much as a whole drawing.
 */
export interface Line {
  readonly geometry: BufferGeometry;
  /** The texture that holds the points; another one after an upload that did not fit. */
  readonly points: { value: DataTexture };
  /**
   * Sends the points to the GPU, without a new texture while the old one is large enough. It is sent as a whole: for parts
   * of a texture the library asks the GPU for its state, and so waits for all that is being drawn.
   */
  upload(drape: Drape): void;
  /** Shows this many segments. */
  show(segments: number): void;
  dispose(): void;
}

const numbersAcross = pointsAcross * stride;

const textureOf = (points: Float32Array): DataTexture =>
  new DataTexture(points, pointsAcross, points.length / numbersAcross, RGBAFormat, FloatType);

export function createLine(): Line {
  const geometry = new BufferGeometry();
  geometry.setDrawRange(0, 0);
  const points = { value: textureOf(new Float32Array(numbersAcross)) };
  return {
    geometry,
    points,
    upload(drape) {
      if (drape.points.length === 0) return;
      if (points.value.image.data !== drape.points) {
        points.value.dispose();
        points.value = textureOf(drape.points);
      }
      points.value.needsUpdate = true;
    },
    show: (segments) => geometry.setDrawRange(0, segments * 6),
    dispose() {
      points.value.dispose();
      geometry.dispose();
    },
  };
}
