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
    en: 'Set the momentum schedule to constant with mu 0.99: the first swings grow.',
    zh: '把动量调度改为恒定、mu 设为 0.99：开头的摆动会变大。',
  },
  scene: {
    surface: { id: 'rosenbrock', params: { a: 1, b: 100 } },
    start: [-1.5, 2],
    steps: 600,
    muSchedule: { kind: 'linear', from: 0.5, to: 0.99, over: 500 },
    optimizers: [{ id: 'momentum', lr: 0.0003 }],
  },
});
