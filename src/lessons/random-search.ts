import { lesson } from './lesson.ts';

/** One setting that matters, one that does not. Bergstra & Bengio 2012, Journal of Machine Learning Research 13. */
export const randomSearch = lesson({
  id: 'random-search',
  title: { en: 'Random search beats a grid', zh: '随机搜索胜过网格' },
  caption: {
    en: 'Adam’s eps hardly matters here, its rate decides. Sixteen trials on a grid try four rates, sixteen at random try sixteen.',
    zh: 'eps 在这里几乎不起作用，起决定作用的是学习率。网格的 16 次试验只试了 4 个学习率，随机的 16 次试了 16 个。',
  },
  point: {
    en: 'The columns of crosses; another seed in the playground draws other discs.',
    zh: '看一列列的叉号；在演练场换一个种子，圆点就会重新抽取。',
  },
  scene: {
    view: 'maps',
    surface: { id: 'rosenbrock', params: { a: 1, b: 100 } },
    start: [-1.5, 2],
    steps: 300,
    optimizers: [{ id: 'adam', lr: 0.1 }],
    maps: {
      kind: 'hyper',
      optimizer: 'adam',
      x: { name: 'lr', from: 1e-4, to: 10, scale: 'log' },
      y: { name: 'eps', from: 1e-10, to: 1e-5, scale: 'log' },
      trials: 'random',
    },
  },
});
