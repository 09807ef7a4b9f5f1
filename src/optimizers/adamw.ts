import { decay, rate, rule, shrinkage, tiny } from './rule.ts';
import { betas, keyword } from './torch.ts';

/**
 * Adam with a pull towards 0 beside the step, not through the gradient, whose scaling would undo it. Loshchilov & Hutter
 * 2019, arXiv:1711.05101; the pull is lr·weight_decay·x as in PyTorch, in the paper the schedule alone multiplies it.
 */
export const adamw = rule({
  id: 'adamw',
  name: { en: 'AdamW', zh: 'AdamW' },
  state: ['m', 'v'],
  hyper: { lr: rate(0.02), beta1: decay(0.9), beta2: decay(0.999), eps: tiny(1e-8), weight_decay: shrinkage(0.01) },
  networkRate: 0.01,
  formula: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    x = x - lr*weight_decay*x
    x = x - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)`,
  label: { en: 'decoupled weight decay', zh: '解耦的权重衰减' },
  variants: {
    l2: {
      label: { en: 'L2 penalty in the gradient', zh: '梯度中的 L2 惩罚项' },
      formula: `
        g = g + weight_decay*x
        m = beta1*m + (1 - beta1)*g
        v = beta2*v + (1 - beta2)*g^2
        x = x - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)`,
      torch: { name: 'Adam', keywords: { betas, eps: keyword('eps'), weight_decay: keyword('weight_decay') } },
    },
  },
  torch: { name: 'AdamW', keywords: { betas, eps: keyword('eps'), weight_decay: keyword('weight_decay') } },
  mark: { light: '#e10096', dark: '#c396b4', glyph: 'spark', dash: [12, 2, 1, 2] },
  source: 'Loshchilov & Hutter 2019, Decoupled weight decay regularization, arXiv:1711.05101',
  teaches: {
    en: 'Weight decay draws every point towards 0, so it comes to rest beside the minimum unless that is at 0.',
    zh: '权重衰减把参数拉向 0，因此除非极小点就在 0，它会停在极小点旁边。',
  },
});
