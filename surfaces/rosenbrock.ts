import { slider, surface } from './surface.ts';

/**
 * Rosenbrock's banana: f = (a − x)² + b(y − x²)², a curved valley that is easy to find and slow to follow.
 * The only stationary point is the minimum f(a, a²) = 0. Rosenbrock 1960, doi:10.1093/comjnl/3.3.175.
 */
export const rosenbrock = surface({
  id: 'rosenbrock',
  name: { en: 'Rosenbrock', zh: 'Rosenbrock 香蕉谷' },
  formula: '(a - x)^2 + b*(y - x^2)^2',
  params: { a: slider(1, -1.5, 1.5), b: slider(100, 1, 200, 'log') },
  domain: [-2, 2, -1, 3],
  minima: [['a', 'a^2']],
  saddles: [],
  starts: [
    [-1.5, 2],
    [-1.2, 1],
    [0, 1.6],
    [-0.5, -0.6],
  ],
  steps: 600,
  height: 'log',
  camera: { azimuth: -20, elevation: 54 },
  source:
    'Rosenbrock 1960, An automatic method for finding the greatest or least value of a function, doi:10.1093/comjnl/3.3.175',
  teaches: {
    en: 'Every optimizer finds the valley within a few steps; following its gentle bend to the minimum is what takes long.',
    zh: '每个优化器几步之内就能滑进谷底，真正费时的是沿着平缓弯曲的谷底走到最低点。',
  },
});
