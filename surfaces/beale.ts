import { surface } from './surface.ts';

/**
 * f = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: minimum f(3, ½) = 0 in a curved floor between steep corners.
 * Beale 1958; problem 5 of Moré, Garbow & Hillstrom 1981, doi:10.1145/355934.355936, whose start is (1, 1).
 */
export const beale = surface({
  id: 'beale',
  name: { en: 'Beale', zh: 'Beale 函数' },
  formula: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
  params: {},
  domain: [-4.5, 4.5, -4.5, 4.5],
  minima: [['3', '0.5']],
  saddles: [
    ['0', '1'],
    ['0.10053793732415835927', '-2.6445135850231249689'],
  ],
  starts: [
    [1, 1.5],
    [1, 1],
    [-1.5, -1],
    [0.5, -2],
  ],
  steps: 400,
  height: 'log',
  camera: { azimuth: 60, elevation: 46 },
  source:
    'Beale 1958, On an iterative method for finding a local minimum of a function of more than one variable, Princeton; Moré, Garbow & Hillstrom 1981, doi:10.1145/355934.355936',
  teaches: {
    en: 'Gradients in the corners are a million times those on the floor, so no single rate suits plain descent everywhere.',
    zh: '四角的梯度是谷底的上百万倍，普通梯度下降找不到处处合适的学习率。',
  },
});
