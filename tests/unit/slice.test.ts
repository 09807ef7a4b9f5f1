import { describe, expect, it } from 'vitest';
import { generated } from '../../src/network/data/catalog.ts';
import { presets } from '../../src/network/defaults.ts';
import { stream } from '../../src/network/random.ts';
import { layersOf } from '../../src/network/shape.ts';
import { eigen } from '../../src/network/slice/eigen.ts';
import { mainPlane } from '../../src/network/slice/main.ts';
import { at, dot, project } from '../../src/network/slice/plane.ts';
import { randomPlane } from '../../src/network/slice/random.ts';
import { domainAround, lossSlice } from '../../src/network/slice/slice.ts';
import { Training } from '../../src/network/train/train.ts';
import { openingRules } from '../../src/optimizers/catalog.ts';
import { presetSpec } from './presetSpec.ts';

const spec = presetSpec(generated('spirals', 1), presets.spirals, 'adam', 1);

/** The parameters every few steps of each rule's training; the last are Adam's trained ones. */
const recorded = openingRules.flatMap(({ id }) => {
  const training = new Training(presetSpec(generated('spirals', 1), presets.spirals, id, 1));
  return Array.from({ length: 12 }, () => {
    const [parameters] = training.snapshot.learner.columns;
    training.advance(30);
    return parameters as Float64Array;
  });
});
const trained = recorded.at(-1) as Float64Array;

const norm = (vector: Float64Array): number => Math.sqrt(dot(vector, vector));

describe('eigenvectors', () => {
  const n = 9;
  const { normal } = stream(1, 'data');
  const half = Float64Array.from({ length: n * n }, normal);
  const matrix = half.map((value, i) => value + (half[(i % n) * n + Math.floor(i / n)] as number));
  const found = eigen(matrix, n);

  it('are what the matrix only stretches, the largest first, at right angles', () => {
    found.forEach(({ value, vector }, i) => {
      for (let row = 0; row < n; row += 1)
        expect(dot(matrix.subarray(row * n, row * n + n), vector)).toBeCloseTo(value * (vector[row] as number), 10);
      found.forEach((other, j) => expect(dot(vector, other.vector)).toBeCloseTo(i === j ? 1 : 0, 10));
      if (i > 0) expect(value).toBeLessThanOrEqual(found[i - 1]?.value as number);
    });
  });
});

describe('a plane along random directions', () => {
  const plane = randomPlane(spec.shape, trained, 7);

  it('has the norm of each unit, and leaves the biases', () => {
    for (const { weights, biases, ins, outs } of layersOf(spec.shape)) {
      for (let unit = 0; unit < outs; unit += 1) {
        const own = (of: Float64Array): number => norm(of.subarray(weights + unit * ins, weights + (unit + 1) * ins));
        expect(own(plane.u)).toBeCloseTo(own(trained), 12);
        expect(own(plane.v)).toBeCloseTo(own(trained), 12);
      }
      expect(new Set(plane.u.subarray(biases, biases + outs))).toEqual(new Set([0]));
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(randomPlane(spec.shape, trained, 7)).toEqual(plane);
    expect(randomPlane(spec.shape, trained, 8).u).not.toEqual(plane.u);
  });

  it('finds places of the plane again', () => {
    const { a, b, kept } = project(plane, at(plane, 0.3, -0.7));
    expect([a, b, kept].map((value) => Number(value.toFixed(9)))).toEqual([0.3, -0.7, 1]);
  });
});

describe('a plane along the main directions of trajectories', () => {
  const plane = mainPlane(recorded, trained);

  it('has directions of length 1 at right angles', () => {
    expect(
      [norm(plane.u), norm(plane.v), Math.abs(dot(plane.u, plane.v))].map((value) => Number(value.toFixed(9))),
    ).toEqual([1, 1, 0]);
  });

  it('keeps the stated share of the variance, and more than any other plane that was tried', () => {
    const keptBy = (other: Parameters<typeof project>[0]): number => {
      const total = recorded.reduce(
        (sum, point) => sum + norm(point.map((x, i) => x - (trained[i] as number))) ** 2,
        0,
      );
      return recorded.reduce((sum, point) => sum + project(other, point).kept * norm(point.map((x, i) => x - (trained[i] as number))) ** 2, 0) / total; // prettier-ignore
    };
    const share = keptBy(plane);
    expect(share).toBeCloseTo(plane.shares[0] + plane.shares[1], 9);
    expect(plane.shares[0]).toBeGreaterThan(plane.shares[1]);
    for (const seed of [1, 2, 3]) expect(keptBy(randomPlane(spec.shape, trained, seed))).toBeLessThan(share);
    expect(share).toBeGreaterThan(0.5);
  });

  it('does not exist where all points lie on a line', () => {
    const line = [0, 1, 2, 3].map((k) => trained.map((value) => value * (1 + k)));
    expect(() => mainPlane(line, trained)).toThrow(/expected some that do not lie on one line/);
  });
});

describe('the loss on a plane', () => {
  const plane = mainPlane(recorded, trained);
  const places = recorded.map((point) => project(plane, point));

  it('is the loss of the network at each place', () => {
    const slice = lossSlice(spec, plane, [-1, 1, -2, 2], 5, 3);
    expect(slice.loss).toHaveLength(15);
    const training = new Training({ ...spec, initial: at(plane, 0.5, -2) });
    expect(slice.loss[3]).toBeCloseTo(training.history.trainLoss[0] as number, 12);
    const centre = new Training({ ...spec, initial: trained });
    expect(slice.loss[7]).toBeCloseTo(centre.history.trainLoss[0] as number, 12);
  });

  it('has room for the trajectories', () => {
    const [a0, a1, b0, b1] = domainAround(places);
    for (const { a, b } of places) expect(a > a0 && a < a1 && b > b0 && b < b1).toBe(true);
    expect(domainAround([])).toEqual([-1, 1, -1, 1]);
    expect(domainAround([{ a: 1, b: 1 }])).toEqual([0.5, 1.5, 0.5, 1.5]);
  });
});
