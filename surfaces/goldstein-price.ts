import { surface } from './surface.ts';

/**
 * f = [1 + (x + y + 1)²(19 − 14x + 3x² − 14y + 6xy + 3y²)] [30 + (2x − 3y)²(18 − 32x + 12x² + 48y − 36xy + 27y²)]:
 * minimum f(0, −1) = 3, local minima 30, 84 and 840, and values up to a million within two units.
 * Goldstein & Price 1971, doi:10.1090/S0025-5718-1971-0312365-X.
 */
export const goldsteinPrice = surface({
  id: 'goldstein-price',
  name: { en: 'Goldstein–Price', zh: 'Goldstein–Price 函数' },
  formula: `
    p = 1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2)
    p*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))`,
  params: {},
  domain: [-2, 2, -2, 2],
  minima: [
    ['0', '-1'],
    ['-0.6', '-0.4'],
    ['1.8', '0.2'],
    ['1.2', '0.8'],
  ],
  saddles: [
    ['-0.4', '-0.6'],
    ['1.2', '-0.2'],
    ['1.4', '0.6'],
    ['0.6', '0.4'],
  ],
  starts: [
    [-1, 0.4],
    [0, -1.6],
    [0.5, -0.2],
    [1.5, 1.2],
  ],
  steps: 300,
  height: 'log',
  camera: { azimuth: 30, elevation: 46 },
  source: 'Goldstein & Price 1971, On descent from local minima, doi:10.1090/S0025-5718-1971-0312365-X',
  teaches: {
    en: 'The loss spans six decades: a rate that is safe on the walls is hopeless on the floor, unless gradients are rescaled.',
    zh: '损失横跨六个数量级：在陡壁上安全的学习率，到了谷底就寸步难行，除非对梯度做缩放。',
  },
});
