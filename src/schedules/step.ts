import { count, schedule, slider } from './schedule.ts';

/** Multiplied by `factor` after every `every` steps. */
export const step = schedule({
  id: 'step',
  name: { en: 'Step decay', zh: '阶梯衰减' },
  params: { factor: slider(0.5, 0, 1), every: count(50, 1, 2000, 'log') },
  formula: 'lr*factor^floor(s/every)',
  teaches: {
    en: 'Long strides first, then a sudden cut: each cut lets the run sink deeper into the valley.',
    zh: '先大步走，再突然缩小步子：每缩小一次，轨迹就能沉到更深的谷底。',
  },
});
