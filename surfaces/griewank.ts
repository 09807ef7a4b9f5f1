import { reflected } from './lattice.ts';
import { surface } from './surface.ts';

/**
 * f = 1 + (x² + y²)/4000 − cos x cos(y/√2): a bowl so wide that close up only its ripples show; minimum f(0, 0) = 0.
 * Griewank 1981, doi:10.1007/BF00933356; drawn on a part of the usual [−600, 600]². Points by Newton's iteration; the
 * saddles listed are the four around the minimum.
 */
export const griewank = surface({
  id: 'griewank',
  name: { en: 'Griewank', zh: 'Griewank 函数' },
  formula: '1 + (x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2))',
  params: {},
  domain: [-10, 10, -10, 10],
  minima: reflected([
    ['0', '0'],
    ['3.1400226338955398484', '4.4384444809207140735'],
    ['6.280045279379904687', '0'],
    ['0', '8.8768889290956562491'],
    ['9.4200678862135920123', '4.438444437201060839'],
    ['6.2800452175502936974', '8.8768888853745511064'],
  ]),
  saddles: reflected([['1.5723679104393218111', '2.2225533025787543761']]),
  starts: [
    [5, 2.5],
    [2.8, 0.6],
    [-8, 2.5],
  ],
  steps: 200,
  height: 'linear',
  camera: { azimuth: 25, elevation: 46 },
  source: 'Griewank 1981, Generalized descent for global optimization, doi:10.1007/BF00933356',
  teaches: {
    en: 'Close up all basins look alike: the slope towards the best one is hidden under ripples hundreds of times as steep.',
    zh: '近看各个吸引域都一个样：通向最优处的坡度，被陡几百倍的波纹盖住了。',
  },
});
