import type { PointFormula } from './surface.ts';
import { surface } from './surface.ts';

/** The points and their images under (x, y) → (−x, −y), which leaves the function as it is. */
const both = (points: readonly PointFormula[]): PointFormula[] =>
  points.flatMap(([x, y]): PointFormula[] => [
    [x, y],
    [`-(${x})`, `-(${y})`],
  ]);

/**
 * f = (4 − 2.1x² + x⁴/3)x² + xy + (4y² − 4)y²: six minima in three pairs, the best f(±0.0898, ∓0.7127) = −1.0316.
 * Branin 1972, doi:10.1147/rd.165.0504; Dixon & Szegö 1978. Points by Newton's iteration.
 */
export const sixHumpCamel = surface({
  id: 'six-hump-camel',
  name: { en: 'Six-hump camel', zh: '六峰骆驼' },
  formula: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
  params: {},
  domain: [-2.1, 2.1, -1.2, 1.2],
  minima: both([
    ['0.089842013100318062422', '-0.7126564030207396334'],
    ['1.7036067149699808488', '-0.79608356867262511903'],
    ['1.6071047529201972298', '0.56865145488413137139'],
  ]),
  saddles: [
    ['0', '0'],
    ...both([
      ['1.1092053368047864474', '-0.76826809250953984178'],
      ['1.6380679841897785638', '0.22867406904439406995'],
      ['1.2960702671671091833', '0.60508438803865849681'],
    ]),
  ],
  starts: [
    [-1.95, -0.9],
    [0.6, 0.05],
    [1.2, 1.1],
  ],
  steps: 100,
  height: 'linear',
  camera: { azimuth: 25, elevation: 44 },
  source:
    'Branin 1972, Widely convergent method for finding multiple solutions of simultaneous nonlinear equations, doi:10.1147/rd.165.0504; Dixon & Szegö 1978, Towards Global Optimisation 2',
  teaches: {
    en: 'Six basins close together: one rate a little larger or smaller, and the same optimizer ends in another of them.',
    zh: '六个吸引域紧紧相邻：学习率稍大或稍小，同一个优化器就会落入另一个吸引域。',
  },
});
