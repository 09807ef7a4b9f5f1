import { lattice } from './lattice.ts';
import { surface } from './surface.ts';

/** How far the four faint dips lie from the centre along each axis: the first positive root of tan u = −2u. */
const dip = '1.8365972031521257227';

/**
 * f = −cos x cos y exp(−(x − π)² − (y − π)²): one narrow pit f(π, π) = −1 in a plain. Four dips of 0.00008 surround it.
 * Easom 1990, A survey of global optimization techniques, University of Louisville. Drawn on a part of the usual domain.
 */
export const easom = surface({
  id: 'easom',
  name: { en: 'Easom', zh: 'Easom 针孔' },
  formula: '-cos(x)*cos(y)*exp(-(x - pi)^2 - (y - pi)^2)',
  params: {},
  domain: [-1, 7, -1, 7],
  minima: [['pi', 'pi'], ...lattice([`pi - ${dip}`, `pi + ${dip}`], [`pi - ${dip}`, `pi + ${dip}`])],
  saddles: lattice(['pi/2', '3*pi/2'], ['pi/2', '3*pi/2']),
  starts: [
    [1.9, 2.4],
    [4.1, 3.8],
    [1.6, 3.2],
    [0.5, 5.5],
  ],
  steps: 200,
  height: 'linear',
  camera: { azimuth: 30, elevation: 38 },
  source: 'Easom 1990, A survey of global optimization techniques, M.Eng. thesis, University of Louisville',
  teaches: {
    en: 'A needle’s eye in a plain: a few steps away from the pit the gradient is so small that nothing tells which way is down.',
    zh: '平原上的一个针孔：离坑稍远，梯度就小到几乎没有，根本不知道哪边是下坡。',
  },
});
