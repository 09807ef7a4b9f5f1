import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import { pointsOf } from '../../src/engine/points.ts';
import { forbes } from '../../surfaces/data/forbes.ts';
import { plateau } from '../../surfaces/plateau.ts';
import { rastrigin } from '../../surfaces/rastrigin.ts';
import { ravine } from '../../surfaces/ravine.ts';
import { regressionRaw } from '../../surfaces/regression-raw.ts';
import { regressionStandardised } from '../../surfaces/regression-standardised.ts';
import { rosenbrock } from '../../surfaces/rosenbrock.ts';
import type { Surface } from '../../surfaces/surface.ts';

const fieldFor = ({ formula, params }: Surface) => fieldOf(formula, Object.keys(params));
const grid = ({ domain: [x0, x1, y0, y1] }: Surface): [number, number][] =>
  Array.from({ length: 21 * 21 }, (_, i) => [
    x0 + ((x1 - x0) * (i % 21)) / 20,
    y0 + ((y1 - y0) * Math.floor(i / 21)) / 20,
  ]);

test('Rosenbrock is not rescaled', () => {
  expect(fieldFor(rosenbrock).at({ a: 1, b: 100 }, -1.2, 1).loss).toBeCloseTo(24.2, 12);
});

describe('the ravine', () => {
  test('without rotation is ½(x² + 25y²) to the bit', () => {
    const plain = fieldOf('0.5*(x^2 + 25*y^2)', []);
    const turned = fieldFor(ravine);
    for (const [x, y] of grid(ravine)) {
      const { loss, gx, gy } = turned.at({ condition: 25, rotation: 0 }, x, y);
      const expected = plain.at({}, x, y);
      expect([loss, gx, gy].map((value) => value + 0)).toEqual(
        [expected.loss, expected.gx, expected.gy].map((value) => value + 0),
      );
    }
  });

  test('turned by 90° has its axes exchanged, and turns counterclockwise', () => {
    const { at } = fieldFor(ravine);
    expect(at({ condition: 25, rotation: 90 }, 1, 0).loss).toBeCloseTo(12.5, 12);
    expect(at({ condition: 25, rotation: 90 }, 0, 1).loss).toBeCloseTo(0.5, 12);
    const [floor, wall] = [at({ condition: 25, rotation: 45 }, 1, 1), at({ condition: 25, rotation: 45 }, -1, 1)];
    expect(floor.loss).toBeCloseTo(1, 12);
    expect(wall.loss).toBeCloseTo(25, 12);
  });
});

describe('the regressions are the mean squared error on the data', () => {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value) / numbers.length;
  const inputs = forbes.map(([input]) => input);
  const deviation = Math.sqrt(mean(inputs.map((input) => (input - mean(inputs)) ** 2)));
  test.each([
    [regressionRaw, (input: number) => input],
    [regressionStandardised, (input: number) => (input - mean(inputs)) / deviation],
  ])('$id', (surface, feature) => {
    for (const [x, y] of grid(surface)) {
      const direct = mean(forbes.map(([input, target]) => (target - x * feature(input) - y) ** 2));
      expect(Math.abs(fieldFor(surface).at({}, x, y).loss / direct - 1)).toBeLessThan(1e-11);
    }
  });

  test('with the line that Weisberg prints: pressure = −81.064 + 0.5229·boiling point', () => {
    const [line] = pointsOf(regressionRaw.minima, {});
    expect(line?.x).toBeCloseTo(0.5229, 4);
    expect(line?.y).toBeCloseTo(-81.064, 3);
  });
});

describe('minima without a closed form move with the parameters', () => {
  test('Rastrigin: deeper pits lie nearer to the whole numbers', () => {
    const farthest = (A: number): number => Math.max(...pointsOf(rastrigin.minima, { A }).map(({ x }) => x));
    expect(farthest(10)).toBeCloseTo(2.98485570103948, 12);
    expect(farthest(2)).toBeLessThan(farthest(10));
    expect(farthest(20)).toBeGreaterThan(farthest(10));
  });

  test('plateau: a gentle cliff pushes the minimum away, a steep one does not', () => {
    const at = (steepness: number): number => pointsOf(plateau.minima, { steepness, tilt: 0.005 })[0]?.x as number;
    expect(at(3)).toBeLessThan(-3.1);
    expect(at(30)).toBe(-3);
  });
});
