import { schedule, slider } from './schedule.ts';

/** Shrinks by the same share at every step. */
export const exponential = schedule({
  id: 'exponential',
  name: { en: 'Exponential decay', zh: '指数衰减' },
  params: { rate: slider(0.005, 1e-5, 1, 'log') },
  formula: 'lr*exp(-rate*s)',
  teaches: {
    en: 'It shrinks by the same share at every step; too fast, and the run freezes before it arrives.',
    zh: '每一步按相同比例缩小；衰减太快，轨迹还没到就停住了。',
  },
});
