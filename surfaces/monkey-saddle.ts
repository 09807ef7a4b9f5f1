import { surface } from './surface.ts';

/**
 * The monkey saddle: f = x³ − 3xy², three valleys and three ridges that meet in a point where even the curvature is 0.
 * Hilbert & Cohn-Vossen 1932, Anschauliche Geometrie, §29.
 */
export const monkeySaddle = surface({
  id: 'monkey-saddle',
  name: { en: 'Monkey saddle', zh: '猴鞍面' },
  formula: 'x^3 - 3*x*y^2',
  params: {},
  domain: [-1.5, 1.5, -1.5, 1.5],
  minima: [],
  saddles: [['0', '0']],
  starts: [
    [1.2, 0.02],
    [-0.6, 1],
    [1.2, 0],
  ],
  steps: 120,
  height: 'linear',
  camera: { azimuth: 60, elevation: 36 },
  source: 'Hilbert & Cohn-Vossen 1932, Anschauliche Geometrie (Geometry and the Imagination), chapter IV',
  teaches: {
    en: 'Gradient and curvature both vanish in the middle, so the way down there slows to a crawl before one of three valleys opens.',
    zh: '中心处梯度与曲率都为零：下降先慢到几乎停住，随后才滑入三条山谷之一。',
  },
});
