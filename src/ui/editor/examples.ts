import type { TypedSurface } from '../../state/scene.ts';

/** A surface that one might type, and where runs start on it. */
export interface Example extends TypedSurface {
  readonly start: readonly [number, number];
}

/** Dents in a bowl, a crease along both axes, holes where the logarithm and the root have no value, a parameter. */
export const examples: readonly Example[] = [
  { formula: 'sin(x)*cos(y) + 0.1*(x^2 + y^2)', params: {}, domain: [-5, 5, -5, 5], start: [4, 3.5] },
  { formula: 'abs(x*y) + 0.05*(x^2 + y^2)', params: {}, domain: [-3, 3, -3, 3], start: [-2.5, 1.5] },
  { formula: 'x^2 + y^2 - log(x*y + 2)', params: {}, domain: [-3, 3, -3, 3], start: [2.2, -0.7] },
  { formula: 'sqrt(9 - x^2 - y^2) + 0.5*(x - 1)^2', params: {}, domain: [-3.2, 3.2, -3.2, 3.2], start: [-1.2, 0.4] },
  { formula: 'x^2 + k*y^2 + (k - 1)*x*y', params: { k: 3 }, domain: [-4, 4, -4, 4], start: [-3.5, 2] },
];

/** Learning rates for surfaces whose slopes are about 1, as those of the examples are. */
export const exampleRates: Readonly<Record<string, number>> = {
  sgd: 0.05,
  momentum: 0.01,
  nesterov: 0.01,
  adagrad: 0.4,
  rmsprop: 0.03,
  adam: 0.1,
};
