import { describe, expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { curvatureAt, stableRate } from '../../src/engine/curvature.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { ruleOf } from '../../src/optimizers/catalog.ts';

const initials = (params: Readonly<Record<string, { initial: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(params).map(([name, { initial }]) => [name, initial]));

describe('the Hessian against central differences of the gradient', () => {
  test.each(surfaces.map((surface) => [surface.id, surface] as const))('%s', (_, { formula, params, domain }) => {
    const values = initials(params);
    const field = fieldOf(formula, Object.keys(params));
    const [x0, x1, y0, y1] = domain;
    for (let i = 0; i < 50; i += 1) {
      // Irrational strides: no point lies on a kink or a lattice of the surface.
      const x = x0 + (x1 - x0) * ((0.1234 + i * Math.SQRT2) % 1);
      const y = y0 + (y1 - y0) * ((0.5678 + i * Math.sqrt(3)) % 1);
      const slopes = (h: number): number[] => {
        const [right, left] = [field.at(values, x + h, y), field.at(values, x - h, y)];
        const [up, down] = [field.at(values, x, y + h), field.at(values, x, y - h)];
        return [right.gx - left.gx, right.gy - left.gy, up.gy - down.gy].map((change) => change / (2 * h));
      };
      const h = 1e-4 * Math.max(x1 - x0, y1 - y0);
      const [wide, narrow] = [slopes(h), slopes(h / 2)];
      const { xx, xy, yy } = curvatureAt(field, values, x, y);
      const scale = Math.max(1e-9, ...wide.map(Math.abs));
      [xx, xy, yy].forEach((exact, k) => {
        const estimate = (4 * (narrow[k] as number) - (wide[k] as number)) / 3;
        expect(Math.abs(exact - estimate)).toBeLessThan(1e-5 * scale + 1e-6 * Math.abs(field.at(values, x, y).loss));
      });
    }
  });
});

test('eigenvalues and eigenvectors of a rotated quadratic', () => {
  const field = fieldOf('0.5*(3*(x*c + y*s)^2 + 12*(y*c - x*s)^2)', ['c', 's']);
  const angle = 0.4;
  const params = { c: Math.cos(angle), s: Math.sin(angle) };
  const { eigenvalues, eigenvectors, condition } = curvatureAt(field, params, 1, 2);
  expect(eigenvalues[0]).toBeCloseTo(12, 12);
  expect(eigenvalues[1]).toBeCloseTo(3, 12);
  expect(condition).toBeCloseTo(4, 12);
  expect(Math.abs(eigenvectors[1][0] * params.c + eigenvectors[1][1] * params.s)).toBeCloseTo(1, 12);
  expect(eigenvectors[0][0] * eigenvectors[1][0] + eigenvectors[0][1] * eigenvectors[1][1]).toBeCloseTo(0, 12);
});

test.each([
  ['sgd', 0],
  ['momentum', 0.5],
  ['momentum', 0.9],
] as const)('%s, mu = %d: just below the stable rate a quadratic converges, just above it diverges', (id, mu) => {
  const formula = '0.5*(x^2 + 25*y^2)';
  const limit = stableRate(curvatureAt(fieldOf(formula, []), {}, 1, 1), mu);
  expect(limit).toBeCloseTo((2 * (1 + mu)) / 25, 14);
  const rule = ruleOf(id);
  const distance = (lr: number): number => {
    const settings: Settings = {
      loss: { formula, params: [], values: {} },
      rule: { formula: rule.formula, state: rule.state, hyper: [], values: {} },
      lr,
      mu,
      schedule: { formula: 'lr', values: {} },
      muSchedule: { formula: 'mu', values: {} },
      start: [1, 1],
      steps: 20_000,
      seed: 1,
      noise: 0,
      domain: [-2, 2, -2, 2],
      minima: [{ x: 0, y: 0 }],
    };
    const { columns, steps } = simulate(id, settings);
    return Math.hypot(columns['x']?.[steps] as number, columns['y']?.[steps] as number);
  };
  expect(distance(limit * 0.999)).toBeLessThan(1e-3);
  expect(distance(limit * 1.001)).toBeGreaterThan(10);
});
