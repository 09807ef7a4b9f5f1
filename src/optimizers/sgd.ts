import { rate, rule } from './rule.ts';

/** Gradient descent, stochastic where the gradient is noisy: x ← x − lr·g. Robbins & Monro 1951, doi:10.1214/aoms/1177729586. */
export const sgd = rule({
  id: 'sgd',
  name: { en: 'SGD', zh: 'SGD' },
  state: [],
  hyper: { lr: rate(0.001) },
  networkRate: 0.25,
  formula: 'x = x - lr*g',
  stability: '2/lambda',
  label: { en: 'plain', zh: '基本形式' },
  variants: {},
  torch: { name: 'SGD', keywords: {} },
  mark: { light: '#496cef', dark: '#91aaef', glyph: 'circle', dash: [] },
  source: 'Robbins & Monro 1951, A stochastic approximation method, doi:10.1214/aoms/1177729586',
  teaches: {
    en: 'Always straight down the slope: one learning rate has to suit the steepest direction, so the flat one crawls.',
    zh: '永远沿最陡的方向走：同一个学习率必须迁就最陡的方向，平缓的方向就只能慢慢爬。',
  },
});
