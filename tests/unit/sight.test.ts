import { describe, expect, it } from 'vitest';
import { fit, type Frame } from '../../src/scene/geometry/fit.ts';
import { poseOf, sightOf } from '../../src/scene/geometry/sight.ts';
import type { Vector } from '../../src/scene/geometry/vector.ts';

const points: Vector[] = [-1, 1].flatMap((x) => [0, 0.6].flatMap((y) => [-1, 1].map((z): Vector => [x, y, z])));
const frame = (width: number, height: number): Frame => ({ width, height, left: 10, right: 30, top: 5, bottom: 40 });

describe('what a camera shows', () => {
  it('is nothing special where all is in sight', () => {
    const direction = { azimuth: 25, elevation: 30 };
    const sight = sightOf(fit(points, direction, 28, frame(800, 600)), points, 28, frame(800, 600));
    expect(sight.azimuth).toBeCloseTo(25, 9);
    expect(sight.elevation).toBeCloseTo(30, 9);
    expect(sight.zoom).toBeCloseTo(1, 9);
    for (const part of sight.pan) expect(part).toBeCloseTo(0, 9);
  });

  it('is shown again by the pose that is made of it, and as near in a picture of another size', () => {
    const pose = { position: [1, 2, 3], target: [0.2, 0.3, -0.1] } as const;
    const sight = sightOf(pose, points, 28, frame(800, 600));
    const again = poseOf(sight, points, 28, frame(800, 600));
    for (const i of [0, 1, 2]) {
      expect(again.position[i]).toBeCloseTo(pose.position[i] ?? NaN, 9);
      expect(again.target[i]).toBeCloseTo(pose.target[i] ?? NaN, 9);
    }
    const narrow = frame(400, 600);
    const { azimuth, elevation, zoom } = sightOf(poseOf(sight, points, 28, narrow), points, 28, narrow);
    expect(azimuth).toBeCloseTo(sight.azimuth, 9);
    expect(elevation).toBeCloseTo(sight.elevation, 9);
    expect(zoom).toBeCloseTo(sight.zoom, 9);
  });
});
