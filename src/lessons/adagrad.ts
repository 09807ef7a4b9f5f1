import { lesson } from './lesson.ts';

/** The sum in the denominator. Duchi, Hazan & Singer 2011. */
export const adagrad = lesson({
  id: 'adagrad',
  title: { en: 'Adagrad slows to a stop', zh: 'Adagrad 越走越慢' },
  caption: {
    en: 'Adagrad divides by the root of all squared gradients so far, a sum that only grows. Its steps shrink like 1/√t, however far it still is.',
    zh: 'Adagrad 除以迄今所有梯度平方之和的平方根，而这个和只增不减。无论还有多远，步长都按 1/√t 缩小。',
  },
  point: { en: 'The way from marker to marker on its path: ever shorter.', zh: '看轨迹上每一步的长度：越来越短。' },
  scene: {
    surface: { formula: 'sqrt(1 + x^2) + 0.5*y^2', params: {}, domain: [-12, 4, -4, 4] },
    start: [-10, 2.5],
    steps: 300,
    optimizers: [{ id: 'adagrad', lr: 0.15 }],
  },
});
