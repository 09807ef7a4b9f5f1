import { lattice } from './lattice.ts';
import { surface } from './surface.ts';

/** The roots of 4s³ − 32s + 5 = 0, by Newton's iteration: the first and last are minima of ½(s⁴ − 16s² + 5s). */
const deep = '-2.9035340277711770951';
const ridge = '0.15673125678034010267';
const shallow = '2.7468027709908369925';

/**
 * f = ½(x⁴ − 16x² + 5x + y⁴ − 16y² + 5y): four wells of different depth, the deepest f(−2.9035, −2.9035) = −78.3323.
 * Styblinski & Tang 1990, doi:10.1016/0893-6080(90)90029-K.
 */
export const styblinskiTang = surface({
  id: 'styblinski-tang',
  name: { en: 'Styblinski–Tang', zh: 'Styblinski–Tang 函数' },
  formula: '0.5*(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)',
  params: {},
  domain: [-4, 4, -4, 4],
  minima: lattice([deep, shallow], [deep, shallow]),
  saddles: [...lattice([ridge], [deep, shallow]), ...lattice([deep, shallow], [ridge])],
  starts: [
    [0.3, 0.1],
    [3.6, 1],
    [-0.2, 3.2],
  ],
  steps: 100,
  height: 'linear',
  camera: { azimuth: 30, elevation: 40 },
  source:
    'Styblinski & Tang 1990, Experiments in nonconvex optimization: stochastic approximation with function smoothing and simulated annealing, doi:10.1016/0893-6080(90)90029-K',
  teaches: {
    en: 'Four wells, one of them deepest: descent settles in the well that it starts in, unless momentum carries it over a ridge.',
    zh: '四口井深浅不一：从哪口井边出发就掉进哪口，除非动量把它带过山脊。',
  },
});
