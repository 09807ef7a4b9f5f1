import { count, schedule, slider } from './schedule.ts';

/** Half a cosine from lr down to `floor` over `over` steps, then `floor`. Loshchilov & Hutter 2017, arXiv:1608.03983. */
export const cosine = schedule({
  id: 'cosine',
  name: { en: 'Cosine', zh: '余弦' },
  params: { floor: slider(0, 0, 0.1), over: count(400, 1, 20000, 'log') },
  formula: 'floor + (lr - floor)*(1 + cos(pi*min(s, over)/over))/2',
  teaches: {
    en: 'Almost the full rate for a long time, then a smooth landing: the budget of steps has to be known in advance.',
    zh: '长时间保持接近最大的学习率，最后平滑降落：需要事先知道总步数。',
  },
});
