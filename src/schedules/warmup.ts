import { count, schedule } from './schedule.ts';

/** Multiplies any schedule of lr: a linear rise over the first `warmup` steps. Goyal et al. 2017, arXiv:1706.02677. */
export const warmup = schedule({
  id: 'warmup',
  name: { en: 'Warm-up', zh: '预热' },
  params: { warmup: count(20, 1, 2000, 'log') },
  formula: 'min(1, (s + 1)/warmup)',
  teaches: {
    en: 'Small first steps, so that a steep start does not throw the run out.',
    zh: '开始时步子很小，陡峭的起点就不会把轨迹甩出去。',
  },
});
