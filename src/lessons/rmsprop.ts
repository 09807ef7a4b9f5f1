import { lesson } from './lesson.ts';

/** A leaky average instead of the sum. Tieleman & Hinton 2012, lecture 6.5. */
export const rmsprop = lesson({
  id: 'rmsprop',
  title: { en: 'RMSprop keeps going', zh: 'RMSprop 不会停下' },
  caption: {
    en: 'RMSprop forgets old gradients, so its steps keep their size and it gets there. Near the minimum that same size becomes a jitter.',
    zh: 'RMSprop 会忘记旧梯度，步长不会缩小，因此能够到达。但到了极小点附近，同样的步长就变成了抖动。',
  },
  point: { en: 'Equal steps on the long slope; the jitter at the end.', zh: '长坡上步长均匀；终点处来回抖动。' },
  question: {
    ask: {
      en: 'RMSprop has a third of Adagrad’s rate. Who arrives within 300 steps?',
      zh: 'RMSprop 的学习率只有 Adagrad 的三分之一，300 步内谁能到达？',
    },
    choices: [
      { en: 'Adagrad', zh: 'Adagrad' },
      { en: 'RMSprop', zh: 'RMSprop' },
      { en: 'both', zh: '两者都能' },
    ],
    answer: 1,
  },
  scene: {
    surface: { formula: 'sqrt(1 + x^2) + 0.5*y^2', params: {}, domain: [-12, 4, -4, 4] },
    start: [-10, 2.5],
    steps: 300,
    optimizers: [
      { id: 'adagrad', lr: 0.15 },
      { id: 'rmsprop', lr: 0.05 },
    ],
  },
});
