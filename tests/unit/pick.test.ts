import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/engine/run.ts';
import { rise, worldX, worldZ } from '../../src/scene/geometry/box.ts';
import { fit } from '../../src/scene/geometry/fit.ts';
import { isHidden, markerOn } from '../../src/scene/geometry/marker.ts';
import { pick, pickLevel, type Ray } from '../../src/scene/geometry/pick.ts';
import type { Vector } from '../../src/scene/geometry/vector.ts';
import { heightAt, outlineOf, placeOn, viewOf } from '../../src/scene/geometry/view.ts';
import { initialScene } from '../../src/state/initial.ts';
import { surfaceIn } from '../../src/state/surface.ts';

const view = viewOf(surfaceIn(initialScene('rosenbrock')));
const { box } = view;
const over = (x: number, y: number): number => heightAt(view, x, y);
const towards = (eye: Vector, place: Vector): Ray => ({
  origin: eye,
  direction: [place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]],
});
const high: Vector = [0.3, 6, 0.4];

describe('pick', () => {
  test('finds the point of the surface that is seen', () => {
    for (const [x, y] of [
      [1, 1],
      [-1.5, 2],
      [0, 0],
      [1.9, -0.9],
      [-0.3, 2.7],
    ] as const) {
      const found = pick(towards(high, placeOn(view, x, y)), box, over);
      expect(found?.x).toBeCloseTo(x, 6);
      expect(found?.y).toBeCloseTo(y, 6);
    }
  });

  test('takes the nearer of two', () => {
    const ridge = (x: number): number => (Math.abs(x) < 0.5 ? rise : 0);
    const found = pick({ origin: [-3, 0.35, 0], direction: [1, 0, 0] }, box, ridge);
    expect(found?.x).toBeCloseTo(-0.5, 2);
  });

  test('from below as from above', () => {
    const place = placeOn(view, 0.4, 1.7);
    const found = pick({ origin: [place[0], -3, place[2]], direction: [0, 1, 0] }, box, over);
    expect(found?.x).toBeCloseTo(0.4, 9);
    expect(found?.y).toBeCloseTo(1.7, 9);
  });

  test('misses beside the surface, behind the eye and in a hole', () => {
    expect(pick({ origin: [5, 6, 0], direction: [0, -1, 0] }, box, over)).toBeUndefined();
    expect(pick({ origin: [0, 6, 0], direction: [0, 1, 0] }, box, over)).toBeUndefined();
    expect(pick({ origin: [0, 6, 0], direction: [0, -1, 0] }, box, () => NaN)).toBeUndefined();
  });

  test('at a height, and kept inside the domain', () => {
    const ray = towards(high, [worldX(box, 0.5), 0.2, worldZ(box, 1.5)]);
    const found = pickLevel(ray, box, 0.2);
    expect(found?.x).toBeCloseTo(0.5, 9);
    expect(found?.y).toBeCloseTo(1.5, 9);
    expect(pickLevel(towards(high, [9, 0, -9]), box, 0)).toEqual({ x: 2, y: 3 });
    expect(pickLevel({ origin: high, direction: [0, 1, 0] }, box, 0)).toBeUndefined();
  });
});

describe('the camera of the ravine', () => {
  test('sees all of the floor, which its lessons are about', () => {
    const ravine = viewOf(surfaceIn(initialScene('ravine')));
    const frame = { width: 1024, height: 560, left: 20, right: 20, top: 20, bottom: 20 };
    const eye = fit(outlineOf(ravine), ravine.surface.camera, 28, frame).position;
    for (const x of [-4, -2, 0, 2, 4]) {
      const found = pick(towards(eye, placeOn(ravine, x, 0)), ravine.box, (...at) => heightAt(ravine, ...at));
      expect(found?.x).toBeCloseTo(x, 5);
      expect(found?.y).toBeCloseTo(0, 5);
    }
  });
});

const runOf = (places: readonly (readonly [number, number])[]): Run => ({
  id: 'test',
  status: 'budget',
  at: places.length - 1,
  steps: places.length - 1,
  evaluations: 1,
  minimum: -1,
  columns: { x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y) },
});

describe('marker', () => {
  const run = runOf([
    [-1.5, 2],
    [1, 1],
    [1.5, NaN],
    [0, 1e9],
  ]);

  test('lies on the surface, between steps too', () => {
    expect(markerOn(view, run, 0)).toEqual(placeOn(view, -1.5, 2));
    expect(markerOn(view, run, 1)).toEqual(placeOn(view, 1, 1));
    const half = markerOn(view, run, 0.5);
    placeOn(view, -0.25, 1.5).forEach((value, i) => expect(half?.[i]).toBeCloseTo(value, 12));
  });

  test('is not shown where it is not finite or far away', () => {
    expect(markerOn(view, run, 1.5)).toBeUndefined();
    expect(markerOn(view, run, 3)).toBeUndefined();
    expect(markerOn(view, run, 99)).toBeUndefined();
  });

  test('is hidden behind a ridge, and by the sheet from below', () => {
    const ridge = (x: number): number => (Math.abs(x) < 0.2 ? 0.5 : 0);
    const size = { halfX: 1, halfZ: 1 };
    expect(isHidden([-0.6, 0, 0], [4, 0.6, 0], 0.5, size, ridge)).toBe(true);
    expect(isHidden([0.6, 0, 0], [4, 0.6, 0], 0.5, size, ridge)).toBe(false);
    expect(isHidden([-0.6, 0, 0], [0, 6, 0], 0.5, size, ridge)).toBe(false);
  });
});
