import { surface } from './surface.ts';

/**
 * f = (x + 2y − 7)² + (2x + y − 5)²: the squared error of two linear equations, a quadratic of condition number 9 whose
 * axes lie on the diagonals; minimum f(1, 3) = 0. Jamil & Yang 2013, arXiv:1308.4008.
 */
export const booth = surface({
  id: 'booth',
  name: { en: 'Booth', zh: 'Booth 函数' },
  formula: '(x + 2*y - 7)^2 + (2*x + y - 5)^2',
  params: {},
  domain: [-5, 7, -3, 9],
  minima: [['1', '3']],
  saddles: [],
  starts: [
    [-4, 6],
    [6, 8],
    [5, -2],
  ],
  steps: 100,
  height: 'linear',
  camera: { azimuth: 30, elevation: 40 },
  source:
    'Jamil & Yang 2013, A literature survey of benchmark functions for global optimization problems, arXiv:1308.4008',
  teaches: {
    en: 'Solving two equations by least squares gives a slanted ellipse: a scale per coordinate cannot straighten it.',
    zh: '用最小二乘解两个方程，得到一个斜放的椭圆碗：逐坐标缩放无法把它摆正。',
  },
});
