import { lattice } from './lattice.ts';
import { newton } from './newton.ts';
import { slider, surface } from './surface.ts';

/** The root of d/dx (x² − A cos 2πx) near n, where a minimum of the sum has its coordinate. */
const near = (n: number): string => newton(`${n}`, '(2*s + 2*pi*A*sin(2*pi*s))/(2 + 4*pi^2*A*cos(2*pi*s))');

const coordinates = [-3, -2, -1, 0, 1, 2, 3].map(near);
const ridges = [-0.5, 0.5].map(near);

/**
 * f = 2A + x² − A cos 2πx + y² − A cos 2πy: a bowl under a regular pattern of pits, the deepest at f(0, 0) = 0.
 * Rastrigin 1974, Systems of Extremal Control; drawn on a part of the usual [−5.12, 5.12]². The saddles listed are the
 * four around the deepest pit.
 */
export const rastrigin = surface({
  id: 'rastrigin',
  name: { en: 'Rastrigin', zh: 'Rastrigin 函数' },
  formula: '2*A + x^2 - A*cos(2*pi*x) + y^2 - A*cos(2*pi*y)',
  params: { A: slider(10, 2, 20) },
  domain: [-3.5, 3.5, -3.5, 3.5],
  minima: lattice(coordinates, coordinates),
  saddles: [...lattice(ridges, ['0']), ...lattice(['0'], ridges)],
  starts: [
    [-2.4, 1.7],
    [0.45, 0.35],
    [2.6, 2.7],
    [-3.3, -0.4],
  ],
  steps: 200,
  height: 'linear',
  camera: { azimuth: 30, elevation: 48 },
  source: 'Rastrigin 1974, Systems of Extremal Control (in Russian), Nauka',
  teaches: {
    en: 'Every step down leads into the nearest pit: without noise or momentum there is no way out of one.',
    zh: '顺坡而下只会掉进最近的坑：没有噪声或动量，就再也爬不出来。',
  },
});
