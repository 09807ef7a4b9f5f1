import { slider, surface } from './surface.ts';

/**
 * f = |x| + k|y|: flat sides that meet in creases, and a minimum f(0, 0) = 0 where no gradient exists. Fixed steps cannot
 * settle there: Shor 1985, doi:10.1007/978-3-642-82118-9.
 */
export const kink = surface({
  id: 'kink',
  name: { en: 'Kink', zh: '折面' },
  formula: 'abs(x) + k*abs(y)',
  params: { k: slider(4, 0.25, 25, 'log') },
  domain: [-2, 2, -2, 2],
  minima: [['0', '0']],
  saddles: [],
  sharp: true,
  starts: [
    [-1.6, 1.1],
    [1.7, 0.2],
    [0.3, -1.5],
  ],
  steps: 150,
  height: 'linear',
  camera: { azimuth: 30, elevation: 36 },
  source: 'Shor 1985, Minimization Methods for Non-Differentiable Functions, Springer, doi:10.1007/978-3-642-82118-9',
  teaches: {
    en: 'The slope is as steep beside the minimum as far away: a constant rate hops across the crease for ever, a decaying one settles.',
    zh: '再靠近最低点，坡度也不变小：恒定学习率会在折痕两侧跳个不停，让它衰减才能停下。',
  },
});
