import { decay, rate, rule } from './rule.ts';
import { keyword } from './torch.ts';

/**
 * Heavy ball whose velocity is a running mean of gradients: with constant mu, momentum with lr·(1 − mu) in place of lr.
 * Liu, Gao & Yin 2020, arXiv:2007.07989. With dampening = mu
 * PyTorch takes the same mean, but begins it at the first g instead of 0.
 */
export const ema = rule({
  id: 'ema',
  name: { en: 'EMA momentum', zh: 'EMA 动量' },
  state: ['v'],
  hyper: { lr: rate(0.001), mu: decay(0.9) },
  networkRate: 0.5,
  formula: `
    v = mu*v + (1 - mu)*g
    x = x - lr*v`,
  stability: '2*(1 + mu)/(1 - mu)/lambda',
  label: { en: 'from 0', zh: '从 0 开始' },
  variants: {
    pytorch: {
      label: { en: 'PyTorch: from the first gradient', zh: 'PyTorch：从第一个梯度开始' },
      formula: `
        first = max(0, 2 - t)
        v = mu*v + (1 - mu + mu*first)*g
        x = x - lr*v`,
      torch: {
        name: 'SGD',
        keywords: { momentum: keyword('mu'), dampening: keyword('mu') },
      },
    },
  },
  mark: { light: '#1e6978', dark: '#0096c3', glyph: 'dome', dash: [9, 2] },
  source: 'Liu, Gao & Yin 2020, An improved analysis of stochastic gradient descent with momentum, arXiv:2007.07989',
  teaches: {
    en: 'A mean of gradients instead of a sum: the same path as momentum needs a learning rate 1/(1 − mu) times as large.',
    zh: '速度是梯度的滑动平均而不是累加：要走出与动量法相同的轨迹，学习率需放大到 1/(1 − mu) 倍。',
  },
});
