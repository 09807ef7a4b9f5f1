import { decay, rate, rule, tiny } from './rule.ts';
import { betas, keyword } from './torch.ts';

/**
 * Adam that waits with dividing until it has seen enough squares: r says of how many the mean is made, `rect` shortens the
 * first divided steps. Liu, Jiang, He, Chen, Liu, Gao & Han 2020, arXiv:1908.03265. PyTorch waits for r > 5, the paper for
 * r > 4. Until then `on` is 0 and `off` 1, and r and its limit stay where every root and quotient is a number.
 */
export const radam = rule({
  id: 'radam',
  name: { en: 'RAdam', zh: 'RAdam' },
  state: ['m', 'v'],
  hyper: { lr: rate(0.02), beta1: decay(0.9), beta2: decay(0.999), eps: tiny(1e-8) },
  networkRate: 0.02,
  formula: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    limit = 2/(1 - beta2) - 1
    r = limit - 2*t*beta2^t/(1 - beta2^t)
    on = max(0, sign(r - 5))
    off = 1 - on
    r = max(r, 5)
    limit = max(limit, 4)
    rect = sqrt((r - 4)*(r - 2)*limit/((limit - 4 + off)*(limit - 2)*r))
    scale = (on*rect*sqrt(1 - beta2^t) + off)/(on*(sqrt(v) + eps) + off)
    x = x - lr*(m/(1 - beta1^t))*scale`,
  label: { en: 'PyTorch: divides from r > 5 on', zh: 'PyTorch：r > 5 后才做除法' },
  variants: {
    paper: {
      label: { en: 'as in the paper: from r > 4 on', zh: '与论文相同：r > 4 后' },
      formula: `
        m = beta1*m + (1 - beta1)*g
        v = beta2*v + (1 - beta2)*g^2
        limit = 2/(1 - beta2) - 1
        r = limit - 2*t*beta2^t/(1 - beta2^t)
        on = max(0, sign(r - 4))
        off = 1 - on
        r = max(r, 4)
        limit = max(limit, 4)
        rect = sqrt((r - 4)*(r - 2)*limit/((limit - 4 + off)*(limit - 2)*r))
        scale = (on*rect*sqrt(1 - beta2^t) + off)/(on*(sqrt(v) + eps) + off)
        x = x - lr*(m/(1 - beta1^t))*scale`,
    },
  },
  torch: { name: 'RAdam', keywords: { betas, eps: keyword('eps') } },
  mark: { light: '#0f0fa5', dark: '#78ff87', glyph: 'drop', dash: [5, 1, 2, 1] },
  source:
    'Liu, Jiang, He, Chen, Liu, Gao & Han 2020, On the variance of the adaptive learning rate and beyond, arXiv:1908.03265',
  teaches: {
    en: 'Five steps of plain momentum, which keep its learning rate small on steep ground; then Adam with a warm-up of its own.',
    zh: '前五步是普通动量，坡陡时学习率因此必须很小；之后是自带预热的 Adam。',
  },
});
