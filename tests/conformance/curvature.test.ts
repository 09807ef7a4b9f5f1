import { describe, expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { curvatureAt, shapeOf } from '../../src/engine/curvature.ts';
import { fieldOf } from '../../src/engine/field.ts';

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
        expect(Math.abs(exact - estimate)).toBeLessThan(1e-5 * scale);
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
  ['bowl', 'x^2 + 2y^2'],
  ['valley', 'x^2 + 100x*y + 2501y^2'],
  ['trough', '(x + y)^2'],
  ['trough', 'exp(x/3 + 1.7y)'],
  ['saddle', 'x*y'],
  ['ridge', '-(2x - y)^2'],
  ['ridge', '-exp(x/3 + 1.7y)'],
  ['dome', '-x^2 - 40y^2'],
  ['flat', '3x + y'],
  ['undefined', 'x + log(-y^2)'],
] as const)('%s: %s', (shape, formula) => {
  expect(shapeOf(curvatureAt(fieldOf(formula, []), {}, 0.3, 0.7))).toBe(shape);
});

test('on a crease the curvature is that of the conventions, not of the crease', () => {
  const field = fieldOf('abs(x) + max(y, 2y) + x^2', []);
  expect(curvatureAt(field, {}, 0, 0)).toMatchObject({ xx: 2, xy: 0, yy: 0 });
  expect(curvatureAt(field, {}, 1e-9, -1e-9)).toMatchObject({ xx: 2, xy: 0, yy: 0 });
});
