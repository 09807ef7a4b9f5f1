import { decay, rate, rule, slider, tiny } from './rule.ts';
import { betas, keyword } from './torch.ts';

/**
 * Adam with Nesterov's look-ahead and a momentum that rises to beta1. Dozat 2016, whose schedule of the momentum PyTorch
 * and Keras have too. b is the momentum of this step, n that of the next, and q, 1 − the product of all b so far, what the
 * mean still lacks; a large momentum_decay leaves b = beta1, the plain form.
 */
export const nadam = rule({
  id: 'nadam',
  name: { en: 'NAdam', zh: 'NAdam' },
  state: ['m', 'v', 'q'],
  hyper: {
    lr: rate(0.02),
    beta1: decay(0.9),
    beta2: decay(0.999),
    eps: tiny(1e-8),
    momentum_decay: slider(4e-3, 1e-4, 100, 'log'),
  },
  networkRate: 0.01,
  formula: `
    d = 0.96^momentum_decay
    b = beta1*(1 - d^t/2)
    n = beta1*(1 - d*d^t/2)
    q = b*q + (1 - b)
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    ahead = n*m/(n*q + (1 - n)) + (1 - b)*g/q
    x = x - lr*ahead/(sqrt(v/(1 - beta2^t)) + eps)`,
  label: { en: 'rising momentum, as in PyTorch', zh: '动量逐步上升，与 PyTorch 相同' },
  variants: {},
  torch: {
    name: 'NAdam',
    keywords: { betas, eps: keyword('eps'), momentum_decay: keyword('momentum_decay') },
    // Until 1.13 it multiplied the momentum of this step into the product of the next one twice.
    since: '2.0',
  },
  mark: { light: '#691eff', dark: '#9669ff', glyph: 'chevron', dash: [3, 3] },
  source: 'Dozat 2016, Incorporating Nesterov momentum into Adam, ICLR workshop track',
  teaches: {
    en: 'Adam that looks ahead: this step’s gradient counts at once, so it turns a little earlier.',
    zh: '会前瞻的 Adam：当前梯度立即生效，因此转弯略早一些。',
  },
});
