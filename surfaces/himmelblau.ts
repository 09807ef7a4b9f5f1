import { surface } from './surface.ts';

/**
 * f = (x² + y − 11)² + (x + y² − 7)²: four minima, all of value 0, four saddles between them and a maximum in the middle.
 * Himmelblau 1972, Applied Nonlinear Programming. Points other than (3, 2) by Newton's iteration.
 */
export const himmelblau = surface({
  id: 'himmelblau',
  name: { en: 'Himmelblau', zh: 'Himmelblau 四谷' },
  formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  params: {},
  domain: [-5, 5, -5, 5],
  minima: [
    ['3', '2'],
    ['-2.8051180869527448531', '3.1313125182505729658'],
    ['-3.7793102533777468919', '-3.2831859912861694123'],
    ['3.5844283403304917449', '-1.8481265269644035535'],
  ],
  saddles: [
    ['3.385154183607020938', '0.073851879837749287719'],
    ['0.086677504555396351823', '2.8842547011747761131'],
    ['-3.0730257507643896105', '-0.081353044287967511553'],
    ['-0.12796134673068006631', '-1.9537149802445764261'],
  ],
  starts: [
    [0, -3],
    [0, 0],
    [0.5, -0.5],
    [-4.5, 0.5],
  ],
  steps: 150,
  height: 'log',
  camera: { azimuth: 35, elevation: 45 },
  source: 'Himmelblau 1972, Applied Nonlinear Programming, McGraw-Hill',
  teaches: {
    en: 'Four equally good minima: from the hill in the middle, a small difference in start or rate decides which one is reached.',
    zh: '四个同样好的极小点：从中间的小山出发，起点或学习率稍有不同，就会落入不同的山谷。',
  },
});
