import { reflected, swapped } from './lattice.ts';
import { surface } from './surface.ts';

/**
 * f = −20 exp(−0.2 √(½(x² + y²))) − exp(½(cos 2πx + cos 2πy)) + e + 20: a pitted funnel whose minimum f(0, 0) = 0 is the tip
 * of a cone, where no gradient exists. Ackley 1987, doi:10.1007/978-1-4613-1997-9; drawn on a part of the usual domain.
 * Pits by Newton's iteration; the saddles listed are the four around the tip.
 */
export const ackley = surface({
  id: 'ackley',
  name: { en: 'Ackley', zh: 'Ackley 漏斗' },
  formula: '-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20',
  params: {},
  domain: [-2.5, 2.5, -2.5, 2.5],
  minima: [
    ['0', '0'],
    ...reflected(
      swapped([
        ['0.95216654595017166807', '0'],
        ['0.96847765870772437708', '0.96847765870772437708'],
        ['1.9589197181217172692', '0'],
        ['1.964616662862986338', '0.98241603507913928273'],
        ['1.9744519864841166113', '1.9744519864841166113'],
      ]),
    ),
  ],
  saddles: reflected(swapped([['0.6257806168564638006', '0']])),
  sharp: true,
  starts: [
    [-1.6, 1.4],
    [-2.2, 1],
    [1.5, 0.6],
    [-0.4, -0.3],
  ],
  steps: 200,
  height: 'linear',
  camera: { azimuth: 30, elevation: 40 },
  source: 'Ackley 1987, A Connectionist Machine for Genetic Hillclimbing, Kluwer, doi:10.1007/978-1-4613-1997-9',
  teaches: {
    en: 'Near the tip of the funnel the slope does not fade, so a constant rate keeps jumping across it; with a decaying one it settles.',
    zh: '越靠近漏斗尖，坡度并不变小：恒定学习率会在尖端两侧来回跳，逐渐衰减才能停下。',
  },
});
