import { slider, surface } from './surface.ts';

/**
 * A rotated quadratic: f = ½(u² + κv²), where κ is its condition number and u, v are the coordinates along axes that are
 * turned counterclockwise by the rotation in degrees.
 * With rotation 0 it is ½(x² + κy²) to the bit. Boyd & Vandenberghe 2004, section 9.3.2.
 */
export const ravine = surface({
  id: 'ravine',
  name: { en: 'Ravine', zh: '狭谷' },
  formula: `
    r = rotation*pi/180
    0.5*((x*cos(r) + y*sin(r))^2 + condition*(y*cos(r) - x*sin(r))^2)`,
  params: { condition: slider(25, 1, 1000, 'log'), rotation: slider(0, -90, 90) },
  domain: [-5, 5, -2.5, 2.5],
  minima: [['0', '0']],
  saddles: [],
  starts: [
    [-4, 0.3],
    [-4.5, -0.2],
    [2.5, 0.28],
    [4, 0],
  ],
  steps: 150,
  height: 'log',
  camera: { azimuth: 25, elevation: 58 },
  source: 'Boyd & Vandenberghe 2004, Convex Optimization, section 9.3.2',
  teaches: {
    en: 'One rate must suit both directions: too big for the steep walls, too small for the flat floor; rotate it and Adagrad, RMSprop and Adam lose their advantage.',
    zh: '同一个学习率要照顾两个方向：对陡壁太大，对缓坡又太小；把狭谷转个角度，Adagrad、RMSprop 和 Adam 的优势就没了。',
  },
});
