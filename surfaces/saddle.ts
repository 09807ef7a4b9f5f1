import { surface } from './surface.ts';

/**
 * The hyperbolic paraboloid: f = x² − y², curved up along x and down along y; it has a saddle at (0, 0) and no minimum.
 * Saddles in learning: Dauphin et al. 2014, arXiv:1406.2572.
 */
export const saddle = surface({
  id: 'saddle',
  name: { en: 'Saddle', zh: '马鞍面' },
  formula: 'x^2 - y^2',
  params: {},
  domain: [-2, 2, -2, 2],
  minima: [],
  saddles: [['0', '0']],
  starts: [
    [1.6, 0.001],
    [1.2, -0.2],
    [1.6, 0],
  ],
  steps: 120,
  height: 'linear',
  camera: { azimuth: 55, elevation: 32 },
  source:
    'Dauphin et al. 2014, Identifying and attacking the saddle point problem in high-dimensional non-convex optimization, arXiv:1406.2572',
  teaches: {
    en: 'The gradient nearly vanishes at the saddle: whoever rescales small gradients leaves first, and a start exactly on the ridge never leaves.',
    zh: '鞍点附近梯度几乎为零：会放大微小梯度的优化器最先离开；若起点正好在脊线上，则永远离不开。',
  },
});
