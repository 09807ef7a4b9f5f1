import { decay, rate, rule, tiny } from './rule.ts';
import { betas, flag, keyword } from './torch.ts';

/**
 * Adam whose squares never shrink: their largest mean so far counts. Reddi, Kale & Kumar 2018, arXiv:1904.09237, who
 * correct no bias; PyTorch does.
 */
export const amsgrad = rule({
  id: 'amsgrad',
  name: { en: 'AMSGrad', zh: 'AMSGrad' },
  state: ['m', 'v', 'peak'],
  hyper: { lr: rate(0.02), beta1: decay(0.9), beta2: decay(0.999), eps: tiny(1e-8) },
  networkRate: 0.01,
  formula: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    peak = max(peak, v)
    x = x - lr*(m/(1 - beta1^t))/(sqrt(peak/(1 - beta2^t)) + eps)`,
  label: { en: 'bias-corrected', zh: '带偏差校正' },
  variants: {
    uncorrected: {
      label: { en: 'as in the paper: without bias correction', zh: '与论文相同：不带偏差校正' },
      formula: `
        m = beta1*m + (1 - beta1)*g
        v = beta2*v + (1 - beta2)*g^2
        peak = max(peak, v)
        x = x - lr*m/(sqrt(peak) + eps)`,
    },
  },
  torch: { name: 'Adam', keywords: { betas, eps: keyword('eps'), amsgrad: flag } },
  mark: { light: '#004b2d', dark: '#2d963c', glyph: 'wedge', dash: [8, 4] },
  source: 'Reddi, Kale & Kumar 2018, On the convergence of Adam and beyond, arXiv:1904.09237',
  teaches: {
    en: 'What was steep once counts for ever: it never lengthens its steps again, where Adam would.',
    zh: '曾经的陡峭永远算数：步子不会像 Adam 那样重新变长。',
  },
});
