import { describe, expect, test } from 'vitest';
import { type LabelRequest, placeLabels, type Rect } from '../../src/scene/geometry/labels.ts';

const bounds: Rect = { left: 0, top: 0, width: 640, height: 400 };
const label = (x: number, y: number, before = -1): LabelRequest => ({ x, y, radius: 9, width: 80, height: 22, before });
const around = ({ x, y, radius: r }: LabelRequest): Rect => ({ left: x - r, top: y - r, width: 2 * r, height: 2 * r });
const cover = (a: Rect, b: Rect): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

function expectClear(requests: LabelRequest[], obstacles: Rect[] = []): void {
  const places = placeLabels(requests, obstacles, bounds);
  places.forEach((place, i) => {
    expect(place.left).toBeGreaterThanOrEqual(bounds.left);
    expect(place.top).toBeGreaterThanOrEqual(bounds.top);
    expect(place.left + place.width).toBeLessThanOrEqual(bounds.left + bounds.width);
    expect(place.top + place.height).toBeLessThanOrEqual(bounds.top + bounds.height);
    for (const other of places.slice(i + 1)) expect(cover(place, other)).toBe(false);
    for (const request of requests) expect(cover(place, around(request))).toBe(false);
    for (const obstacle of obstacles) expect(cover(place, obstacle)).toBe(false);
  });
}

describe('labels', () => {
  test('stand beside a marker that is alone', () => {
    const [place] = placeLabels([label(300, 200)], [], bounds);
    expect(place).toMatchObject({ left: 312, top: 189, isLed: false });
  });

  test('six at one point cover nothing', () => expectClear(Array.from({ length: 6 }, () => label(320, 200))));
  test('six in each corner stay inside', () => {
    for (const [x, y] of [
      [2, 2],
      [638, 2],
      [2, 398],
      [638, 398],
    ] as const)
      expectClear(Array.from({ length: 6 }, () => label(x, y)));
  });
  test('the minimum stays free', () =>
    expectClear(
      Array.from({ length: 6 }, (_, i) => label(300 + 4 * i, 200 + i)),
      [{ left: 324, top: 190, width: 18, height: 18 }],
    ));

  test('markers in a row', () => expectClear(Array.from({ length: 8 }, (_, i) => label(200 + 25 * i, 150 + 12 * i))));

  test('one that stands far off is led', () => {
    const places = placeLabels(
      Array.from({ length: 10 }, () => label(320, 200)),
      [],
      bounds,
    );
    expect(places.some(({ isLed }) => isLed)).toBe(true);
    expect(places[0]?.isLed).toBe(false);
  });

  test('keep off the paths where they can', () => {
    const trail = Float32Array.from(Array.from({ length: 40 }, (_, i) => [300 + 2.5 * i, 200]).flat());
    const [place] = placeLabels([label(300, 200)], [], bounds, trail);
    expect(place && place.left + place.width).toBeLessThan(300);
  });

  test('keep their place while it is free, and leave it when it is not', () => {
    const [first] = placeLabels([label(300, 200)], [], bounds, new Float32Array([330, 200]));
    const [second] = placeLabels([label(301, 200, first?.place)], [], bounds);
    expect(second?.place).toBe(first?.place);
    const blocked = { left: 0, top: 150, width: 295, height: 100 };
    const [third] = placeLabels([label(300, 200, first?.place)], [blocked], bounds);
    expect(third && cover(third, blocked)).toBe(false);
  });
});
