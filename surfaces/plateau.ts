import { newton } from './newton.ts';
import { slider, surface } from './surface.ts';

const rise = 'sigmoid(steepness*s)*(1 - sigmoid(steepness*s))';

/**
 * f = 5σ(κx) + τ((x + 3)² + y²), κ the steepness, τ the tilt: a high plain with hardly a slope, a cliff at x = 0, and a low
 * plain with the minimum near (−3, 0), where Newton's iteration finds it. Cliffs in learning: Pascanu, Mikolov & Bengio 2013,
 * arXiv:1211.5063.
 */
export const plateau = surface({
  id: 'plateau',
  name: { en: 'Plateau and cliff', zh: '高原与悬崖' },
  formula: '5*sigmoid(steepness*x) + tilt*((x + 3)^2 + y^2)',
  params: { steepness: slider(6, 3, 30, 'log'), tilt: slider(0.005, 0.001, 0.1, 'log') },
  domain: [-5, 4, -3, 3],
  minima: [
    [
      newton(
        '-3',
        `(5*steepness*${rise} + 2*tilt*(s + 3))/(5*steepness^2*${rise}*(1 - 2*sigmoid(steepness*s)) + 2*tilt)`,
      ),
      '0',
    ],
  ],
  saddles: [],
  starts: [
    [3, 1.5],
    [1, -2],
    [-0.5, 2],
  ],
  steps: 300,
  height: 'linear',
  camera: { azimuth: -40, elevation: 34 },
  source: 'Pascanu, Mikolov & Bengio 2013, On the difficulty of training recurrent neural networks, arXiv:1211.5063',
  teaches: {
    en: 'On the plain the gradient is nearly 0 and plain descent crawls; at the cliff it is a hundred times as large and flings it away.',
    zh: '高原上梯度近乎为零，普通梯度下降只能爬行；到了悬崖，梯度骤增百倍，又把它一下甩出去。',
  },
});
