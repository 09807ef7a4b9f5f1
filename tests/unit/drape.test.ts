import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import { boxOf, domainX, domainY, rise, worldX, worldZ } from '../../src/scene/geometry/box.ts';
import { drapeRun, emptyDrape, pointLimit, stride } from '../../src/scene/geometry/drape.ts';
import { heightBetween } from '../../src/scene/geometry/height.ts';

const box = boxOf([-2, 2, -1, 3]);
const field = fieldOf('x^2 + 0.5*y^2', []);
const height = heightBetween('linear', 0, 8.5, 0);

function drapeOf(places: readonly (readonly [number, number])[], drape = emptyDrape(), over = field) {
  const x = Float64Array.from(places, ([px]) => px);
  const y = Float64Array.from(places, ([, py]) => py);
  drapeRun(drape, x, y, places.length - 1, box, over, {}, height);
  return drape;
}

const pointOf = ({ points }: { points: Float32Array }, i: number): number[] => [
  ...points.subarray(i * stride, (i + 1) * stride),
];

describe('box', () => {
  test('puts x to the right, y away, and leads back', () => {
    const wide = boxOf([0, 10, -1, 3]);
    expect([wide.halfX, wide.halfZ]).toEqual([1, 0.55]);
    expect([worldX(wide, 0), worldX(wide, 10)]).toEqual([-1, 1]);
    expect(worldZ(wide, 3)).toBeCloseTo(-0.55, 14);
    expect(domainX(wide, worldX(wide, 3.7))).toBeCloseTo(3.7, 12);
    expect(domainY(wide, worldZ(wide, 0.3))).toBeCloseTo(0.3, 12);
  });
});

describe('drape', () => {
  test('every point lies on the surface', () => {
    const drape = drapeOf([
      [-1.5, 2],
      [1, -0.5],
      [0.2, 0.1],
    ]);
    expect(drape.count).toBeGreaterThan(100);
    for (let i = 0; i < drape.count; i += 1) {
      const [px, py, pz] = pointOf(drape, i) as [number, number, number];
      const { loss } = field.at({}, domainX(box, px), domainY(box, pz));
      expect(py).toBeCloseTo(height.unit(loss) * rise, 5);
    }
  });

  test('a step ends at the point that its offset names', () => {
    const places = [
      [-1.5, 2],
      [1, -0.5],
      [0.2, 0.1],
      [0.1, 0.1],
    ] as const;
    const drape = drapeOf(places);
    places.forEach(([x, y], s) => {
      const [px, , pz] = pointOf(drape, drape.offsets[s] as number) as [number, number, number];
      expect(px).toBeCloseTo(worldX(box, x), 6);
      expect(pz).toBeCloseTo(worldZ(box, y), 6);
    });
    expect(drape.offsets[3]).toBe(drape.count - 1);
    expect(drape.cut).toBe(-1);
  });

  test('lengths add up along the surface', () => {
    const drape = drapeOf([
      [-1, 0],
      [1, 0],
    ]);
    for (let i = 1; i < drape.count; i += 1) {
      const [a, b] = [pointOf(drape, i - 1), pointOf(drape, i)] as [number[], number[]];
      const step = Math.hypot(...[0, 1, 2].map((k) => (b[k] as number) - (a[k] as number)));
      expect((b[3] as number) - (a[3] as number)).toBeCloseTo(step, 5);
    }
  });

  test('is cut where a point is not finite', () => {
    const drape = drapeOf([
      [0, 0],
      [1, 1],
      [NaN, 1],
      [Infinity, 0],
    ]);
    expect(drape.cut).toBe(2);
    expect(drape.offsets[1]).toBe(drape.count - 1);
    expect(drape.offsets[3]).toBe(drape.count - 1);
    for (let i = 0; i < drape.count * stride; i += 1) expect(drape.points[i]).not.toBeNaN();
  });

  test('is cut at three sides outside, and goes on where the run comes back', () => {
    const drape = drapeOf([
      [0, 0],
      [1e6, 0],
      [-1e300, 4],
      [0.5, 0],
      [0.5, 1],
    ]);
    expect(drape.cut).toBe(1);
    const [edge] = pointOf(drape, drape.offsets[1] as number) as [number];
    expect(edge).toBeCloseTo(7, 5);
    const back = drape.offsets[3] as number;
    expect(pointOf(drape, back)[0]).toBeCloseTo(0.25, 6);
    expect(drape.points[back * stride + 3]).toBeLessThan(drape.points[(back - 1) * stride + 3] as number);
  });

  test('a run that starts far outside draws nothing there', () => {
    const drape = drapeOf([
      [1e9, 0],
      [1e8, 0],
    ]);
    expect([drape.count, drape.cut, drape.offsets[1]]).toEqual([0, 0, 0]);
  });

  test('holes keep the height they were entered at', () => {
    const drape = drapeOf(
      [
        [1, 1],
        [-1, 1],
      ],
      emptyDrape(),
      fieldOf('log(x)', []),
    );
    for (let i = 0; i < drape.count * stride; i += 1) expect(drape.points[i]).not.toBeNaN();
  });

  test('long paths are drawn with fewer points', () => {
    const far = Array.from({ length: 401 }, (_, i) => [i % 2 === 0 ? -6 : 6, 0] as const);
    const drape = drapeOf(far);
    expect(drape.count).toBeLessThanOrEqual(pointLimit + 401);
    expect(drape.count).toBeGreaterThan(pointLimit * 0.9);
  });

  test('steps too short to see share a segment', () => {
    const drape = drapeOf(Array.from({ length: 1001 }, (_, i) => [1e-6 * i, 0] as const));
    expect(drape.count).toBeLessThan(20);
    expect(drape.offsets[1000]).toBe(drape.count - 1);
  });

  test('buffers that are large enough stay', () => {
    const drape = drapeOf([
      [-1.5, 2],
      [1, -0.5],
    ]);
    const { points, offsets } = drape;
    drapeOf(
      [
        [-1.4, 2],
        [1, -0.5],
      ],
      drape,
    );
    expect(drape.points).toBe(points);
    expect(drape.offsets).toBe(offsets);
  });
});
