import { schedule } from './schedule.ts';

/** The rate as it was set, at every step. */
export const constant = schedule({
  id: 'constant',
  name: { en: 'Constant', zh: '恒定' },
  params: {},
  formula: 'lr',
  teaches: {
    en: 'The rate never changes: with noise, the run ends in a cloud around the minimum instead of at it.',
    zh: '学习率始终不变：有噪声时，轨迹最后在极小点周围徘徊，而不会停在极小点上。',
  },
});
