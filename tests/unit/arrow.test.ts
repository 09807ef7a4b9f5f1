import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrowAlong,
  lineOn,
  pathText,
  type Pixel,
  type Plot,
  shortened,
  withLength,
} from '../../src/scene/geometry/arrow.ts';

/** A map of [0, 4] × [0, 2] in 400 × 100 pixels: x has twice the scale of y. */
const flat: Plot = {
  scaleX: 100,
  scaleY: 50,
  place: (x, y) => ({ x: 100 * x, y: 100 - 50 * y }),
  spacing: Infinity,
  bounds: [0, 0, 4, 2],
  room: [0, 0, 40, 20],
};
/** The same with a bump of 20 pixels at x = 1, and a hole where x > 3. */
const bumpy: Plot = {
  ...flat,
  spacing: 5,
  place: (x, y) => (x > 3 ? undefined : { x: 100 * x, y: 100 - 50 * y - 20 * Math.exp(-20 * (x - 1) ** 2) }),
};

const length = (points: readonly Pixel[]): number =>
  points.reduce((sum, { x, y }, i) => sum + Math.hypot(x - (points[i - 1]?.x ?? x), y - (points[i - 1]?.y ?? y)), 0);

describe('a move of a given length', () => {
  test('keeps its direction in the plot, whatever the scales', () => {
    expect(withLength(flat, { x: 3, y: 0 }, 20)).toEqual({ x: 0.2, y: 0 });
    const move = withLength(flat, { x: -1e-9, y: -1e-9 }, 30) as Pixel;
    expect(move.x).toBe(move.y);
    expect(Math.hypot(100 * move.x, 50 * move.y)).toBeCloseTo(30, 12);
  });

  test('is none for a vector that is zero or not finite', () => {
    for (const vector of [
      { x: 0, y: -0 },
      { x: NaN, y: 1 },
      { x: 1, y: Infinity },
    ])
      // prettier-ignore
      expect(withLength(flat, vector, 20)).toBeUndefined();
    expect(withLength(flat, { x: 1e300, y: 1e300 }, 20)?.x).toBeGreaterThan(0);
    expect(withLength(flat, { x: 5e-324, y: 0 }, 20)).toEqual({ x: 0.2, y: 0 });
  });
});

describe('a line in the picture', () => {
  test('is straight on a map, and clipped to it', () => {
    expect(lineOn(flat, { x: 1, y: 1 }, { x: 2, y: 0.5 })).toEqual({
      points: [
        { x: 100, y: 50 },
        { x: 300, y: 25 },
      ],
      isWhole: true,
    });
    expect(lineOn(flat, { x: 3, y: 1 }, { x: 2, y: 0 })).toEqual({
      points: [
        { x: 300, y: 50 },
        { x: 400, y: 50 },
      ],
      isWhole: false,
    });
    expect(lineOn(flat, { x: 5, y: 1 }, { x: 2, y: 0 })).toBeUndefined();
    expect(lineOn(flat, { x: 1, y: 1 }, { x: NaN, y: 0 })).toBeUndefined();
    expect(lineOn(flat, { x: 1, y: 1 }, { x: Infinity, y: 0 })).toBeUndefined();
    expect(lineOn(flat, { x: 1, y: 1 }, { x: 1e300, y: 0 })?.points.at(-1)?.x).toBeCloseTo(400, 9);
  });

  test('follows the surface, and ends at a hole', () => {
    const over = lineOn(bumpy, { x: 0.5, y: 1 }, { x: 1, y: 0 });
    expect(over?.points).toHaveLength(21);
    expect(Math.min(...(over?.points ?? []).map(({ y }) => y))).toBeCloseTo(30, 9);
    const into = lineOn(bumpy, { x: 2, y: 1 }, { x: 2, y: 0 });
    expect(into?.isWhole).toBe(false);
    expect(into?.points.at(-1)?.x).toBe(300);
  });
});

test('a line loses pixels at its end, across its corners', () => {
  const corner = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }]; // prettier-ignore
  expect(shortened(corner, 4).at(-1)).toEqual({ x: 10, y: 6 });
  expect(shortened(corner, 15)).toEqual([{ x: 0, y: 0 }, { x: 5, y: 0 }]); // prettier-ignore
  expect(shortened(corner, 20)).toEqual([]);
  expect(shortened(corner, 0)).toEqual(corner);
});

describe('an arrow', () => {
  const line = { points: [{ x: 0, y: 0 }, { x: 60, y: 80 }], isWhole: true }; // prettier-ignore

  test('has its tip at the end, a head along the line, and a shaft that ends at the head', () => {
    const { shaft, head } = arrowAlong(line, 10) ?? {};
    expect(head?.[0]).toEqual({ x: 60, y: 80 });
    expect(shaft?.at(-1)).toEqual({ x: 54, y: 72 });
    const [, left, right] = head ?? [];
    expect(((left?.x ?? 0) + (right?.x ?? 0)) / 2).toBeCloseTo(54, 9);
    expect(Math.hypot((left?.x ?? 0) - (right?.x ?? 0), (left?.y ?? 0) - (right?.y ?? 0))).toBeCloseTo(8.4, 9);
  });

  test('leaves room at both ends, and shrinks its head where it is short', () => {
    const { shaft, head } = arrowAlong(line, 10, 20, 30) ?? {};
    expect(shaft?.[0]).toEqual({ x: 12, y: 16 });
    expect(head?.[0]).toEqual({ x: 42, y: 56 });
    expect(length(arrowAlong(line, 10, 0, 90)?.shaft ?? [])).toBeCloseTo(3, 9);
    expect(arrowAlong(line, 10, 50, 48)).toBeUndefined();
    expect(arrowAlong({ points: [], isWhole: false }, 10)).toBeUndefined();
  });

  test('has no head where its end is out of sight', () => {
    expect(arrowAlong({ ...line, isWhole: false }, 10, 0, 30)).toEqual({ shaft: line.points, head: undefined });
  });

  test('is finite, whatever the vector', () => {
    const anyNumber = fc.double();
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, anyNumber, fc.constantFrom(flat, bumpy), (x, y, dx, dy, plot) => {
        const seen = lineOn(plot, { x, y }, { x: dx, y: dy });
        const arrow = seen && arrowAlong(seen, 8, 2, 2);
        expect(pathText([...(arrow?.shaft ?? []), ...(arrow?.head ?? [])], true)).not.toMatch(/NaN|Infinity/);
      }),
    );
  });
});

test('points become the text of a path', () => {
  expect(pathText([{ x: 1, y: 2.345 }, { x: -1, y: 0 }], true)).toBe('M1.00 2.35L-1.00 0.00Z'); // prettier-ignore
  expect(pathText([])).toBe('');
});
