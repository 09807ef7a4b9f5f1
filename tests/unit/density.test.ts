import { describe, expect, it } from 'vitest';
import { type Density, DensityBuilder, full, side } from '../../src/engine/fan/density.ts';

const domain = [0, side, 0, side] as const;

/** The runs through these corners, drawn one after the other. */
const drawn = (...paths: readonly (readonly (readonly [number, number])[])[]): Density => {
  const builder = new DensityBuilder(domain);
  for (const path of paths)
    builder.add(
      Float64Array.from(path, ([x]) => x),
      Float64Array.from(path, ([, y]) => y),
      path.length - 1,
    );
  return builder.take();
};

const at = ({ left, bottom, width, height, counts }: Density, x: number, y: number): number => {
  const [column, row] = [x - left, y - bottom];
  return column < 0 || row < 0 || column >= width || row >= height ? 0 : (counts[row * width + column] as number);
};

describe('the density of runs', () => {
  it('is full along a line through the middles of cells, and nothing beside it', () => {
    const density = drawn([
      [10.5, 20.5],
      [30.5, 20.5],
    ]);
    expect([at(density, 10, 20), at(density, 20, 20), at(density, 30, 20)]).toEqual([full, full, full]);
    expect([at(density, 20, 19), at(density, 20, 21), at(density, 9, 20), at(density, 31, 20)]).toEqual([0, 0, 0, 0]);
    expect(density).toMatchObject({ left: 10, bottom: 20, width: 21 });
  });

  it('is shared by the two cells that a line runs between', () => {
    const density = drawn([
      [10.5, 20.75],
      [30.5, 20.75],
    ]);
    expect([at(density, 20, 20), at(density, 20, 21)]).toEqual([0.75 * full, 0.25 * full]);
  });

  it('is the same for a line drawn backwards, and mirrored for one along the other coordinate', () => {
    const forth = drawn([
      [10, 20],
      [100, 47],
    ]);
    expect(
      drawn([
        [100, 47],
        [10, 20],
      ]),
    ).toEqual(forth);
    const turned = drawn([
      [20, 10],
      [47, 100],
    ]);
    for (let x = 0; x < 120; x += 1) for (let y = 0; y < 60; y += 1) expect(at(turned, y, x)).toBe(at(forth, x, y));
  });

  it('counts runs, and not how often one of them comes by', () => {
    const line = [
      [10.5, 20.5],
      [30.5, 20.5],
      [10.5, 20.5],
      [30.5, 20.5],
    ] as const;
    expect(at(drawn(line), 20, 20)).toBe(full);
    const many = drawn(...Array.from({ length: 200 }, () => line));
    expect(at(many, 20, 20)).toBe(200 * full);
  });

  it('goes up to the edge of the domain with a line that leaves it, however far it goes', () => {
    const density = drawn(
      [
        [10.5, 20.5],
        [1e300, 20.5],
      ],
      [
        [40.5, 40.5],
        [40.5, -1e9],
      ],
    );
    expect(at(density, side - 1, 20)).toBe(full);
    expect(at(density, 40, 0)).toBe(full);
    expect(at(density, 40, 41)).toBe(0);
  });

  it('is nothing where no run passes, and where there is no place to pass through', () => {
    const nothing = { left: 0, bottom: 0, width: 0, height: 0 };
    expect(
      drawn([
        [-5, -5],
        [-9, -5],
      ]),
    ).toMatchObject(nothing);
    expect(
      drawn([
        [10, 10],
        [NaN, 10],
        [NaN, NaN],
        [Infinity, 3],
      ]),
    ).toMatchObject(nothing);
  });

  it('has all the little moves of a run that hardly moves', () => {
    const creeping = drawn(Array.from({ length: 400 }, (_, s) => [10.5 + s * 0.05, 20.5] as const));
    for (let x = 10; x <= 30; x += 1) expect(at(creeping, x, 20)).toBe(full);
  });

  it('allocates nothing for the lines that it draws', () => {
    const builder = new DensityBuilder(domain);
    const turn = (s: number): number => 240 + 200 * Math.sin(s * 0.7);
    const [x, y] = [
      Float64Array.from({ length: 1001 }, (_, s) => turn(s)),
      new Float64Array(1001).map((_, s) => turn(s + 2)),
    ];
    const grown = Array.from({ length: 400 }, () => {
      const before = process.memoryUsage().heapUsed;
      builder.add(x, y, 1000);
      return process.memoryUsage().heapUsed - before;
    });
    // Once it is compiled: the four numbers of each line alone would be 48 kB.
    const late = grown.slice(-101).toSorted((a, b) => a - b);
    expect(late[50]).toBeLessThan(16_000);
    expect(late[50]).toBeGreaterThanOrEqual(0);
  });
});
