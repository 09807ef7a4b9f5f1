import { surface } from './surface.ts';

/**
 * f = 0.26(x² + y²) − 0.48xy: a shallow diagonal trough of condition number 25 with its minimum f(0, 0) = 0.
 * Matyas 1965; Jamil & Yang 2013, arXiv:1308.4008.
 */
export const matyas = surface({
  id: 'matyas',
  name: { en: 'Matyas', zh: 'Matyas 函数' },
  formula: '0.26*(x^2 + y^2) - 0.48*x*y',
  params: {},
  domain: [-10, 10, -10, 10],
  minima: [['0', '0']],
  saddles: [],
  starts: [
    [-9, -3],
    [8, 9],
    [-4, 9],
  ],
  steps: 200,
  height: 'linear',
  camera: { azimuth: 120, elevation: 38 },
  source:
    'Matyas 1965, Random optimization, Automation and Remote Control 26, 246–253; Jamil & Yang 2013, arXiv:1308.4008',
  teaches: {
    en: 'A ravine on the diagonal: both coordinates have the same curvature, so adaptive rates see nothing to adapt to.',
    zh: '沿对角线的浅谷：两个坐标的曲率一样，自适应学习率无从发力。',
  },
});
