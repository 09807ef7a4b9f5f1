import { lesson } from './lesson.ts';

/** Accelerated gradient. Nesterov 1983; Sutskever et al. 2013. */
export const nesterov = lesson({
  id: 'nesterov',
  title: { en: 'Nesterov looks ahead', zh: 'Nesterov 向前看' },
  caption: {
    en: 'Nesterov takes the gradient where its momentum is about to carry it, and so brakes before the far wall. Its swings die out sooner.',
    zh: 'Nesterov 在动量即将到达的位置计算梯度，因此在撞上对面谷壁之前就开始减速。它的摆动消失得更快。',
  },
  point: { en: 'The first turn: square against triangle.', zh: '看第一个转弯：方形与三角形。' },
  question: {
    ask: {
      en: 'Same learning rate, same mu. Whose swings die out sooner?',
      zh: '学习率和 mu 都相同，谁的摆动先消失？',
    },
    choices: [
      { en: 'Momentum', zh: '动量' },
      { en: 'Nesterov', zh: 'Nesterov' },
    ],
    answer: 1,
  },
  scene: {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    start: [-4, 0.8],
    steps: 150,
    optimizers: [
      { id: 'momentum', lr: 0.02, mu: 0.95 },
      { id: 'nesterov', lr: 0.02, mu: 0.95 },
    ],
  },
});
