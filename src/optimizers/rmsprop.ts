import { decay, rate, rule, tiny } from './rule.ts';
import { keyword } from './torch.ts';

/**
 * Adagrad that forgets: lr divided by the root of a running mean of squared gradients.
 * Tieleman & Hinton 2012, Neural Networks for Machine Learning, lecture 6.5.
 */
export const rmsprop = rule({
  id: 'rmsprop',
  name: { en: 'RMSprop', zh: 'RMSprop' },
  state: ['cache'],
  hyper: { lr: rate(0.01), decay_rate: decay(0.9), eps: tiny(1e-8) },
  networkRate: 0.01,
  formula: `
    cache = decay_rate*cache + (1 - decay_rate)*g^2
    x = x - lr*g/(sqrt(cache) + eps)`,
  label: { en: 'eps outside the root', zh: 'eps 在根号外' },
  variants: {
    epsInside: {
      label: { en: 'eps inside the root', zh: 'eps 在根号内' },
      formula: `
        cache = decay_rate*cache + (1 - decay_rate)*g^2
        x = x - lr*g/sqrt(cache + eps)`,
    },
  },
  torch: { name: 'RMSprop', keywords: { alpha: keyword('decay_rate'), eps: keyword('eps') } },
  mark: { light: '#128360', dark: '#54dbcd', glyph: 'pentagon', dash: [1, 2] },
  source: 'Tieleman & Hinton 2012, Neural Networks for Machine Learning, lecture 6.5',
  teaches: {
    en: 'Steps of about lr however steep the slope is, so it walks steadily and then jitters around the minimum.',
    zh: '无论坡度多陡，每步大约都是 lr：走得很稳，但最后在极小点附近抖动。',
  },
});
