import {
  BufferAttribute,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three';
import { type Drape, stride } from '../geometry/drape.ts';

/** A line whose points are those of a drape, without a copy: segment i reads points i and i + 1 of one buffer. */
export interface LineGeometry {
  readonly geometry: InstancedBufferGeometry;
  /** Sends the points to the GPU: only those that are used, and without a new buffer while the old one is large enough. */
  upload(drape: Drape): void;
  dispose(): void;
}

const corners = new Float32Array([-1, 0, 1, 0, -1, 1, 1, 1]);

export function lineGeometry(): LineGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('corner', new BufferAttribute(corners, 2));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  geometry.instanceCount = 0;
  let buffer: InstancedInterleavedBuffer | undefined;
  return {
    geometry,
    upload({ points, count }) {
      if (points.length === 0) return;
      if (buffer?.array !== points) {
        if (buffer !== undefined) geometry.dispose();
        buffer = new InstancedInterleavedBuffer(points, stride);
        geometry.setAttribute('pointStart', new InterleavedBufferAttribute(buffer, 4, 0));
        geometry.setAttribute('pointEnd', new InterleavedBufferAttribute(buffer, 4, stride));
      }
      buffer.clearUpdateRanges();
      buffer.addUpdateRange(0, count * stride);
      buffer.needsUpdate = true;
    },
    dispose: () => geometry.dispose(),
  };
}
