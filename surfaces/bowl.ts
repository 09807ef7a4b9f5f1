import { surface } from './surface.ts';

/** The sphere function: f = x² + y², the same curvature in every direction. De Jong 1975 (function F1); minimum f(0, 0) = 0. */
export const bowl = surface({
  id: 'bowl',
  name: { en: 'Bowl', zh: '圆碗' },
  formula: 'x^2 + y^2',
  params: {},
  domain: [-3, 3, -3, 3],
  minima: [['0', '0']],
  saddles: [],
  starts: [
    [-2.4, 1.6],
    [2.5, 0.25],
    [0.5, -0.4],
  ],
  steps: 100,
  height: 'linear',
  camera: { azimuth: 30, elevation: 36 },
  source:
    'De Jong 1975, An analysis of the behavior of a class of genetic adaptive systems, University of Michigan (F1)',
  teaches: {
    en: 'The gradient points straight at the minimum: here only the learning rate decides, and beyond 1 plain descent flies apart.',
    zh: '梯度正对着最低点，成败只看学习率：一旦超过 1，普通梯度下降就会越跳越远。',
  },
});
