import { lesson } from './lesson.ts';

/** A rising momentum. Sutskever et al. 2013, On the importance of initialization and momentum. */
export const muRises = lesson({
  id: 'mu-rises',
  title: { en: 'mu from 0.5 to 0.99', zh: 'mu 从 0.5 升到 0.99' },
  caption: {
    en: 'A small mu while gradients are large, a large one for the long flat floor. Momentum that begins at 0.5 does not shoot out of the valley.',
    zh: '梯度大时用小的 mu，走平缓的谷底时用大的 mu。从 0.5 开始的动量不会一下子冲出山谷。',
  },
  point: {
    en: 'The way from marker to marker on its path: ever longer as mu rises.',
    zh: '看轨迹上相邻标记之间的距离：随着 mu 升高，越来越长。',
  },
  scene: {
    surface: { id: 'rosenbrock', params: { a: 1, b: 100 } },
    start: [-1.5, 2],
    steps: 600,
    muSchedule: { kind: 'linear', from: 0.5, to: 0.99, over: 500 },
    optimizers: [{ id: 'momentum', lr: 0.0003 }],
  },
});
