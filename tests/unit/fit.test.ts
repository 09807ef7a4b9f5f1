import { describe, expect, test } from 'vitest';
import { basisOf, fit, type Frame, type Pose } from '../../src/scene/geometry/fit.ts';
import { dot, type Vector } from '../../src/scene/geometry/vector.ts';

const corners: Vector[] = [-1, 1].flatMap((x) =>
  [-0.16, 0.7].flatMap((y) => [-0.8, 0.8].map((z): Vector => [x, y, z])),
);
const fov = 28;

/** The points in pixels, seen from a pose that looks along a direction. */
function seen(points: readonly Vector[], { position }: Pose, azimuth: number, elevation: number, frame: Frame) {
  const { right, up, ahead } = basisOf({ azimuth, elevation });
  const focal = frame.height / 2 / Math.tan((fov * Math.PI) / 360);
  return points.map((point) => {
    const off: Vector = [point[0] - position[0], point[1] - position[1], point[2] - position[2]];
    const depth = dot(off, ahead);
    expect(depth).toBeGreaterThan(0);
    return {
      x: frame.width / 2 + (focal * dot(off, right)) / depth,
      y: frame.height / 2 - (focal * dot(off, up)) / depth,
    };
  });
}

const frames: Frame[] = [
  { width: 1280, height: 720, left: 20, right: 20, top: 60, bottom: 30 },
  { width: 390, height: 844, left: 8, right: 8, top: 8, bottom: 8 },
  { width: 1920, height: 300, left: 300, right: 20, top: 10, bottom: 10 },
];

describe('fit', () => {
  for (const frame of frames)
    for (const [azimuth, elevation] of [
      [0, 8],
      [-20, 54],
      [200, 42],
      [45, 35.3],
      [0, 89.9],
      [120, -5],
    ] as const)
      test(`${frame.width}×${frame.height} from ${azimuth}°, ${elevation}°: all in the frame, and touching it`, () => {
        const pose = fit(corners, { azimuth, elevation }, fov, frame);
        const places = seen(corners, pose, azimuth, elevation, frame);
        const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
        const room = [
          Math.min(...xs) - frame.left,
          frame.width - frame.right - Math.max(...xs),
          Math.min(...ys) - frame.top,
          frame.height - frame.bottom - Math.max(...ys),
        ] as const;
        for (const distance of room) expect(distance).toBeGreaterThan(-1e-6);
        const isSnug = (a: number, b: number): boolean => a < 1e-6 && b < 1e-6;
        expect(isSnug(room[0], room[1]) || isSnug(room[2], room[3])).toBe(true);
      });

  test('looks from −y at azimuth 0, and from +x at 90', () => {
    const frame = frames[0] as Frame;
    const front = fit(corners, { azimuth: 0, elevation: 10 }, fov, frame);
    expect(front.position[2]).toBeGreaterThan(2);
    expect(Math.abs(front.position[0])).toBeLessThan(0.2);
    const side = fit(corners, { azimuth: 90, elevation: 10 }, fov, frame);
    expect(side.position[0]).toBeGreaterThan(2);
  });
});
