import { count, decay, schedule } from './schedule.ts';

/** Rises linearly over the first `over` steps, then stays. Sutskever et al. 2013, On the importance of initialization and momentum. */
export const linearMu = schedule({
  id: 'linear',
  name: { en: 'Linear rise', zh: '线性上升' },
  params: { from: decay(0.5), to: decay(0.99), over: count(250, 1, 20000, 'log') },
  formula: 'from + (to - from)*min(s/over, 1)',
  teaches: {
    en: 'Little momentum while gradients still change a lot, much of it once the direction is settled.',
    zh: '梯度变化大时动量小，方向稳定后再加大动量。',
  },
});
