import { decay, rate, rule, tiny } from './rule.ts';

/**
 * Adam whose squares move by a share of g² towards g², so that they shrink slowly: v falls at most by (1 − beta2)·g².
 * Zaheer, Reddi, Sachan, Kale & Kumar 2018, Advances in Neural Information Processing Systems 31, algorithm 2.
 */
export const yogi = rule({
  id: 'yogi',
  name: { en: 'Yogi', zh: 'Yogi' },
  state: ['m', 'v'],
  hyper: { lr: rate(0.02), beta1: decay(0.9), beta2: decay(0.999), eps: tiny(1e-3) },
  networkRate: 0.01,
  formula: `
    m = beta1*m + (1 - beta1)*g
    v = v - (1 - beta2)*sign(v - g^2)*g^2
    x = x - lr*m/(sqrt(v) + eps)`,
  label: { en: 'as in the paper: without bias correction', zh: '与论文相同：不带偏差校正' },
  variants: {
    corrected: {
      label: { en: 'bias-corrected', zh: '带偏差校正' },
      formula: `
        m = beta1*m + (1 - beta1)*g
        v = v - (1 - beta2)*sign(v - g^2)*g^2
        x = x - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)`,
    },
  },
  mark: { light: '#8769a5', dark: '#f0d2ff', glyph: 'hourglass', dash: [3, 2, 1, 2] },
  source:
    'Zaheer, Reddi, Sachan, Kale & Kumar 2018, Adaptive methods for nonconvex optimization, Advances in Neural Information Processing Systems 31',
  teaches: {
    en: 'When gradients become small, its steps grow slowly, not at the pace at which Adam forgets.',
    zh: '梯度变小后，步长只会缓慢增大，而不像 Adam 那样随遗忘迅速增大。',
  },
});
