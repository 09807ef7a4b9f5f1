import { lesson } from './lesson.ts';

/** x² − y², started 0.001 beside the ridge, on the side towards those who look. Dauphin et al. 2014, arXiv:1406.2572. */
export const saddleEscape = lesson({
  id: 'saddle-escape',
  title: { en: 'A saddle, and who escapes', zh: '鞍点：谁能逃离' },
  caption: {
    en: 'At a saddle the gradient all but vanishes. Those who divide by its size make even a tiny slope count, and leave first.',
    zh: '鞍点处梯度几乎为零。除以梯度大小的优化器能利用极小的坡度，最先离开。',
  },
  point: { en: 'The markers that still sit on the saddle.', zh: '看哪些标记还停在鞍点上。' },
  question: {
    ask: {
      en: 'All three have the rate 0.02. Who leaves the saddle first?',
      zh: '三者学习率都是 0.02，谁最先离开鞍点？',
    },
    choices: [
      { en: 'SGD', zh: 'SGD' },
      { en: 'Momentum', zh: '动量' },
      { en: 'RMSprop', zh: 'RMSprop' },
    ],
    answer: 2,
  },
  scene: {
    surface: { id: 'saddle', params: {} },
    start: [1.6, -0.001],
    steps: 40,
    optimizers: [
      { id: 'sgd', lr: 0.02 },
      { id: 'momentum', lr: 0.02 },
      { id: 'rmsprop', lr: 0.02 },
    ],
  },
});
