import { lesson } from './lesson.ts';

/** The heavy ball. Polyak 1964; Goh 2017, doi:10.23915/distill.00006. */
export const momentum = lesson({
  id: 'momentum',
  title: { en: 'Momentum builds up speed', zh: '动量积累速度' },
  caption: {
    en: 'Across the valley the steps cancel, along it they add up to 1/(1 − mu) = 10 times the pace. The price is overshooting.',
    zh: '横向的步子互相抵消，纵向的步子不断累加，最快可达 1/(1 − mu) = 10 倍。代价是会冲过头。',
  },
  point: {
    en: 'The distance between markers after 30 steps; then the swing past the minimum.',
    zh: '看 30 步后两个标记的距离，再看它冲过极小点又摆回来。',
  },
  question: {
    ask: {
      en: 'Both have the same learning rate. Who is nearer to the minimum after 150 steps?',
      zh: '学习率相同，150 步后谁离极小点更近？',
    },
    choices: [
      { en: 'SGD', zh: 'SGD' },
      { en: 'Momentum', zh: '动量' },
    ],
    answer: 1,
  },
  scene: {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    start: [-4, 0.8],
    steps: 150,
    optimizers: [
      { id: 'sgd', lr: 0.01 },
      { id: 'momentum', lr: 0.01, mu: 0.9 },
    ],
  },
});
