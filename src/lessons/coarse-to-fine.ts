import { lesson } from './lesson.ts';

/** A second stage around the best of the first. Karpathy 2016, CS231n notes on learning, hyperparameter optimization. */
export const coarseToFine = lesson({
  id: 'coarse-to-fine',
  title: { en: 'Coarse, then fine', zh: '先粗后细' },
  caption: {
    en: 'Eight trials over five powers of ten find the region, eight more around the best of them look closer. Rates are drawn on a logarithmic scale: each power of ten gets its share.',
    zh: '先在五个数量级上试 8 次找到区域，再在最好的一次附近细找 8 次。学习率按对数刻度抽取，每个数量级机会均等。',
  },
  point: {
    en: 'The box of the second stage, and its best trial.',
    zh: '看第二阶段集中的区域和其中最好的一次。',
  },
  scene: {
    view: 'maps',
    surface: { id: 'beale', params: {} },
    steps: 200,
    optimizers: [{ id: 'adam', lr: 0.1 }],
    maps: {
      kind: 'hyper',
      optimizer: 'adam',
      x: { name: 'lr', from: 1e-4, to: 10, scale: 'log' },
      y: { name: 'beta2', from: 0.9, to: 0.9999, scale: 'decay' },
      trials: 'fine',
    },
  },
});
