import { lesson } from './lesson.ts';

/** What to make sure of before a long training. Karpathy 2016, CS231n notes on learning, sanity checks. */
export const checks = lesson({
  id: 'checks',
  title: { en: 'Checks before training', zh: '训练之前的检查' },
  caption: {
    en: 'One layer’s gradient has the wrong sign here, yet the network still beats guessing. Central differences find it at once, and twenty samples are not learnt by heart.',
    zh: '这里有一层的梯度符号写反了，但网络仍好于猜测。中心差分立刻就能发现，而且它记不住 20 个样本。',
  },
  point: {
    en: 'The two crosses. Untick the mistake in the panel and check again.',
    zh: '看两个叉号。在面板中取消这个错误，再检查一次。',
  },
  question: {
    ask: {
      en: 'One layer’s gradient has the wrong sign. Does the network still beat guessing?',
      zh: '某一层的梯度符号写反了，网络还能好于猜测吗？',
    },
    choices: [
      { en: 'yes', zh: '能' },
      { en: 'no', zh: '不能' },
    ],
    answer: 0,
  },
  beside: 'checks',
  scene: {
    view: 'network',
    optimizers: [{ id: 'adam' }],
    network: { data: 'spirals', sabotages: ['sign'], epochs: 60 },
  },
});
