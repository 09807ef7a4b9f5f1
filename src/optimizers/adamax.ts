import { decay, rate, rule, tiny } from './rule.ts';
import { betas, keyword } from './torch.ts';

/**
 * Adam with a decaying maximum of |g| in place of the mean square, which needs no correction. Kingma & Ba 2015,
 * arXiv:1412.6980, section 7.1; eps, which the paper leaves out, stands inside the maximum as in PyTorch.
 */
export const adamax = rule({
  id: 'adamax',
  name: { en: 'Adamax', zh: 'Adamax' },
  state: ['m', 'u'],
  hyper: { lr: rate(0.02), beta1: decay(0.9), beta2: decay(0.999), eps: tiny(1e-8) },
  networkRate: 0.02,
  formula: `
    m = beta1*m + (1 - beta1)*g
    u = max(beta2*u, abs(g) + eps)
    x = x - lr*(m/(1 - beta1^t))/u`,
  label: { en: 'eps inside the maximum', zh: 'eps 在最大值之内' },
  variants: {
    epsOutside: {
      label: { en: 'eps outside the maximum', zh: 'eps 在最大值之外' },
      formula: `
        m = beta1*m + (1 - beta1)*g
        u = max(beta2*u, abs(g))
        x = x - lr*(m/(1 - beta1^t))/(u + eps)`,
    },
  },
  torch: { name: 'Adamax', keywords: { betas, eps: keyword('eps') } },
  mark: { light: '#a54b3c', dark: '#b48769', glyph: 'bar', dash: [10, 2, 3, 2] },
  source: 'Kingma & Ba 2015, Adam: a method for stochastic optimization, section 7.1, arXiv:1412.6980',
  teaches: {
    en: 'One steep moment is remembered at full height and fades slowly: no step is longer than about lr.',
    zh: '一次陡坡会被完整记住再慢慢淡忘：每一步都不会明显超过 lr。',
  },
});
