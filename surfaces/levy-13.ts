import { reflected, shifted } from './lattice.ts';
import { surface } from './surface.ts';

/**
 * f = sin²(3πx) + (x − 1)²(1 + sin²(3πy)) + (y − 1)²(1 + sin²(2πy)): parallel furrows, minimum f(1, 1) = 0.
 * Lévy & Montalvo 1985, doi:10.1137/0906002; Nr. 13 in the usual count, drawn on a part of the usual [−10, 10]². Points by
 * Newton's iteration; the saddles listed are those around the minimum and its neighbours.
 */
export const levy13 = surface({
  id: 'levy-13',
  name: { en: 'Lévy 13', zh: 'Lévy 13 号函数' },
  formula: 'sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)',
  params: {},
  domain: [0.1, 1.9, 0.1, 1.9],
  minima: shifted(
    reflected([
      ['0', '0'],
      ['0.32961947454831365658', '0'],
      ['0.32833394343682755072', '0.26610679945381766938'],
      ['0.65922079738688490588', '0'],
      ['0.65917700008496883624', '0.32516848750535042055'],
      ['0.65679214033624700414', '0.60199064034635190098'],
    ]),
    '1',
    '1',
  ),
  saddles: shifted(
    reflected([
      ['0.16856475835144039506', '0'],
      ['0.32756378641323298371', '0.24346205275770977259'],
    ]),
    '1',
    '1',
  ),
  starts: [
    [0.2, 1.5],
    [1.42, 0.3],
    [1.8, 1.5],
  ],
  steps: 150,
  height: 'linear',
  camera: { azimuth: 20, elevation: 46 },
  source: 'Lévy & Montalvo 1985, The tunneling algorithm for the global minimization of functions, doi:10.1137/0906002',
  teaches: {
    en: 'Furrows across the way: descent rolls along the one it starts in, and only a long step crosses into the next.',
    zh: '一道道垄沟横在路上：下降只会顺着所在的沟走，步子够大才能跨进下一道。',
  },
});
