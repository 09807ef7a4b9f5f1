import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import type { Run } from '../../src/engine/run.ts';
import { axisTicks } from '../../src/scene/geometry/axisTicks.ts';
import { clipSegment } from '../../src/scene/geometry/clip.ts';
import { type Band, eachBand } from '../../src/ui/contour/contours.ts';
import { acrossOf, downOf, type Plane, pointAt, roundToPixel } from '../../src/ui/contour/plane.ts';
import { exitAt, lengthAt, markerAt, traceTrail, trailOf } from '../../src/ui/contour/trail.ts';

const plane: Plane = { domain: [-2, 2, -1, 3], left: 30, top: 10, width: 400, height: 200 };

const runOf = (points: [number, number][]): Run => ({
  id: 'sgd',
  status: 'budget',
  at: points.length - 1,
  steps: points.length - 1,
  evaluations: 1,
  minimum: -1,
  columns: { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) },
});

const bandsOf = (...of: Parameters<typeof eachBand>): Band[] => [...eachBand(...of)];

type Span = [low: number, high: number];

const extentOf = ({ rings }: Band): [x: Span, y: Span] => {
  const span = (offset: number): Span => {
    const values = rings.flatMap((ring) => [...ring].filter((_, i) => i % 2 === offset));
    return [Math.min(...values), Math.max(...values)];
  };
  return [span(0), span(1)];
};

describe('contours', () => {
  const bowl = fieldOf('x^2 + y^2', []);

  test('lie on the level: a circle of the right radius', () => {
    const bands = bandsOf(bowl, {}, [-1, 1, -1, 1], (loss) => loss / 2, 8, { columns: 120, rows: 120 });
    const band = bands.find(({ level }) => level === 0.25);
    const inner = band?.rings.find((ring) => ring.every((value) => Math.abs(value) < 0.9));
    expect(inner).toBeDefined();
    for (let i = 0; i < (inner?.length ?? 0); i += 2)
      expect(Math.hypot(inner?.[i] as number, inner?.[i + 1] as number)).toBeCloseTo(Math.sqrt(0.5), 3);
  });

  test('are equally spaced after the height transform, and reach over the edge of the domain', () => {
    const grid = { columns: 42, rows: 20 };
    const bands = bandsOf(fieldOf('exp(x)', []), {}, [-2, 2, -1, 3], (loss) => Math.log(loss) / 4 + 0.5, 4, grid);
    expect(bands.map(({ level }) => level)).toEqual([-Infinity, 0.25, 0.5, 0.75]);
    const [lowest, ...others] = bands.map(extentOf);
    expect(lowest?.[0][0]).toBeLessThan(-2);
    expect(others.map(([[left]]) => Number(left.toFixed(3)) + 0)).toEqual([-1, 0, 1]);
    for (const [[, right], [bottom, top]] of others) {
      expect(right).toBeGreaterThan(2);
      expect(bottom).toBeLessThan(-1);
      expect(top).toBeGreaterThan(3);
    }
  });

  test('have the aspect of the domain: x and y are not mixed up', () => {
    const [, half] = bandsOf(fieldOf('y', []), {}, [0, 8, 0, 1], (loss) => loss, 2, { columns: 16, rows: 30 });
    const [[left, right], [bottom]] = extentOf(half as Band);
    expect(bottom).toBeCloseTo(0.5, 12);
    expect(left).toBeLessThan(0);
    expect(right).toBeGreaterThan(8);
  });

  test('leave out what is not a number', () => {
    const grid = { columns: 62, rows: 30 };
    const [all] = bandsOf(fieldOf('sqrt(x)', []), {}, [-1, 1, 0, 1], (loss) => loss, 4, grid);
    expect(Math.abs(extentOf(all as Band)[0][0])).toBeLessThan(2 / 60);
  });
});

describe('the plane', () => {
  test('maps the domain to the whole plot, y upwards', () => {
    expect([acrossOf(plane, -2), acrossOf(plane, 2), downOf(plane, -1), downOf(plane, 3)]).toEqual([30, 430, 210, 10]);
    expect(pointAt(plane, 230, 60)).toEqual({ x: 0, y: 2 });
  });

  test('keeps a picked point inside the domain', () => {
    expect(pointAt(plane, -1000, 1000)).toEqual({ x: -2, y: -1 });
  });

  test('rounds to less than a pixel', () => {
    expect(roundToPixel(1.23456, 0.01)).toBe(1.23);
    expect(roundToPixel(1.23456, 0.008)).toBe(1.235);
    expect(roundToPixel(123.6, 40)).toBe(124);
  });
});

describe('axis ticks', () => {
  test.each([
    [-2, 2, 4, [-2, -1, 0, 1, 2]],
    [-1, 3, 4, [-1, 0, 1, 2, 3]],
    [-0.3, 0.3, 3, [-0.2, 0, 0.2]],
    [-32, 32, 4, [-20, 0, 20]],
    [0, 1e-9, 2, [0, 5e-10, 1e-9]],
    [1, 1, 4, []],
    [0, Infinity, 4, []],
  ])('from %d to %d, about %d', (lo, hi, count, ticks) => {
    expect(axisTicks(lo, hi, count)).toEqual(ticks);
  });
});

describe('clipping', () => {
  test('keeps the part inside', () => {
    expect(clipSegment(-5, 5, 15, 5, [0, 0, 10, 10])).toEqual([0.25, 0.75]);
    expect(clipSegment(5, 5, 5, 25, [0, 0, 10, 10])).toEqual([0, 0.25]);
    expect(clipSegment(-5, 5, 5, 20, [0, 0, 10, 10])).toBeUndefined();
    expect(clipSegment(-5, -5, -5, 20, [0, 0, 10, 10])).toBeUndefined();
  });
});

describe('a trail', () => {
  const traced = (points: [number, number][], from: number, to: number): string[] => {
    const calls: string[] = [];
    const pen = (name: string) => (x: number, y: number) => void calls.push(`${name} ${x} ${y}`);
    traceTrail(trailOf(runOf(points), plane, 0), from, to, { moveTo: pen('M'), lineTo: pen('L') });
    return calls;
  };

  test('goes from point to point', () => {
    expect(
      traced(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        0,
        2,
      ),
    ).toEqual(['M 230 160', 'L 330 160', 'L 330 110']);
  });

  test('draws one of the points that are as good as one, and always the last', () => {
    const points: [number, number][] = [[0, 0], [1 / 256, 1 / 256], [1, 0], [1, 1 / 256]]; // prettier-ignore
    expect(traced(points, 0, 3)).toEqual(['M 230 160', 'L 330 160', 'L 330 159.8046875']);
    expect(traced(points, 0, 1)).toEqual(['M 230 160', 'L 230.390625 159.8046875']);
    expect(traced(points, 0, 2)).toEqual(['M 230 160', 'L 330 160']);
  });

  test('draws no point farther from its line than what is left out', () => {
    const shaken = Array.from({ length: 400 }, (_, i): [number, number] => [i / 1000 + Math.sin(i * i) / 400, Math.cos(i * i) / 400]); // prettier-ignore
    const calls = traced(shaken, 0, 399).map((call) => call.split(' ').slice(1).map(Number) as [number, number]);
    expect(calls.length).toBeLessThan(300);
    for (const [x, y] of shaken) {
      const [across, down] = [acrossOf(plane, x), downOf(plane, y)];
      expect(Math.min(...calls.map(([a, b]) => Math.max(Math.abs(a - across), Math.abs(b - down))))).toBeLessThan(0.4);
    }
  });

  test('can be continued from the middle of a step', () => {
    expect(
      traced(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        0.5,
        1.5,
      ),
    ).toEqual(['M 280 160', 'L 330 160', 'L 330 135']);
  });

  test('leaves the plot and comes back, as the run does', () => {
    expect(
      traced(
        [
          [1, 0],
          [3, 0],
          [3, 1],
          [1, 1],
        ],
        0,
        3,
      ),
    ).toEqual(['M 330 160', 'L 430 160', 'M 430 110', 'L 330 110']);
  });

  test('survives points beyond float32, in their true direction', () => {
    const run = runOf([
      [0, 1],
      [1e300, 1],
      [-1e300, 1e308],
    ]);
    const trail = trailOf(run, plane, 0);
    expect([...trail.x, ...trail.y, ...trail.length].every(Number.isFinite)).toBe(true);
    expect(exitAt(trail, plane, 1)).toEqual({ x: 430, y: 110, dx: 1, dy: 0 });
  });

  test('has its marker between points, and at its last point after its end', () => {
    const trail = trailOf(
      runOf([
        [0, 0],
        [1, 0],
      ]),
      plane,
      0,
    );
    expect(markerAt(trail, 0.25)).toEqual({ x: 255, y: 160 });
    expect(markerAt(trail, 99)).toEqual({ x: 330, y: 160 });
    expect(markerAt(trailOf(runOf([[0, 0]]), plane, 0), 5)).toEqual({ x: 230, y: 160 });
  });

  test('measures the length that is seen, for the phase of the dashes', () => {
    const trail = trailOf(
      runOf([
        [1, 0],
        [3, 0],
        [1, 0],
      ]),
      plane,
      0,
    );
    expect([...trail.length]).toEqual([0, 100, 200]);
    expect([0.25, 0.75, 1, 1.25, 1.75, 2, 9].map((at) => lengthAt(trail, at))).toEqual([
      50, 100, 100, 100, 150, 200, 200,
    ]);
  });
});

describe('the exit from the plot', () => {
  const trail = trailOf(
    runOf([
      [0, 1],
      [1, 1],
      [3, 1],
      [5, 2],
      [6, 9],
      [0, 1],
    ]),
    plane,
    8,
  );

  test('is none while the run is inside', () => {
    expect(exitAt(trail, plane, 1)).toBeUndefined();
    expect(exitAt(trail, plane, 5)).toBeUndefined();
  });

  test('is where the run crossed the frame last', () => {
    expect(exitAt(trail, plane, 1.9)).toEqual({ x: 430, y: 110, dx: 1, dy: 0 });
    expect(exitAt(trail, plane, 4)).toEqual({ x: 430, y: 110, dx: 1, dy: 0 });
  });

  test('is none where the run never was inside', () => {
    expect(
      exitAt(
        trailOf(
          runOf([
            [9, 9],
            [8, 8],
          ]),
          plane,
          0,
        ),
        plane,
        1,
      ),
    ).toBeUndefined();
  });
});
