import { rate, rule, tiny } from './rule.ts';
import { keyword } from './torch.ts';

/**
 * A rate of its own for every parameter: lr divided by the root of all its squared gradients so far.
 * Duchi, Hazan & Singer 2011, Journal of Machine Learning Research 12, 2121–2159.
 */
export const adagrad = rule({
  id: 'adagrad',
  name: { en: 'Adagrad', zh: 'Adagrad' },
  state: ['cache'],
  hyper: { lr: rate(0.5), eps: tiny(1e-8) },
  networkRate: 0.1,
  formula: `
    cache = cache + g^2
    x = x - lr*g/(sqrt(cache) + eps)`,
  label: { en: 'eps outside the root', zh: 'eps 在根号外' },
  variants: {
    epsInside: {
      label: { en: 'eps inside the root', zh: 'eps 在根号内' },
      formula: `
        cache = cache + g^2
        x = x - lr*g/sqrt(cache + eps)`,
    },
  },
  torch: { name: 'Adagrad', keywords: { eps: keyword('eps') } },
  mark: { light: '#5c6012', dark: '#b3d233', glyph: 'diamond', dash: [6, 2, 1, 2] },
  source:
    'Duchi, Hazan & Singer 2011, Adaptive subgradient methods for online learning and stochastic optimization, JMLR 12',
  teaches: {
    en: 'Steep and flat directions advance alike, but the memory only grows, so every step is shorter than it could be.',
    zh: '陡峭与平缓的方向同样前进，但累积量只增不减，步子越走越短。',
  },
});
