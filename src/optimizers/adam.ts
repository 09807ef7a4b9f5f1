import { decay, rate, rule, tiny } from './rule.ts';
import { betas, keyword } from './torch.ts';

/** Adam: momentum on the gradient and on its square, each corrected for starting at 0. Kingma & Ba 2015, arXiv:1412.6980. */
export const adam = rule({
  id: 'adam',
  name: { en: 'Adam', zh: 'Adam' },
  state: ['m', 'v'],
  hyper: { lr: rate(0.02), beta1: decay(0.9), beta2: decay(0.999), eps: tiny(1e-8) },
  networkRate: 0.01,
  formula: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    x = x - lr*(m/(1 - beta1^t))/(sqrt(v/(1 - beta2^t)) + eps)`,
  label: { en: 'bias-corrected', zh: '带偏差校正' },
  variants: {
    uncorrected: {
      label: { en: 'without bias correction', zh: '不带偏差校正' },
      formula: `
        m = beta1*m + (1 - beta1)*g
        v = beta2*v + (1 - beta2)*g^2
        x = x - lr*m/(sqrt(v) + eps)`,
    },
    epsInside: {
      label: { en: 'eps inside the root', zh: 'eps 在根号内' },
      formula: `
        m = beta1*m + (1 - beta1)*g
        v = beta2*v + (1 - beta2)*g^2
        x = x - lr*(m/(1 - beta1^t))/sqrt(v/(1 - beta2^t) + eps)`,
    },
  },
  torch: { name: 'Adam', keywords: { betas, eps: keyword('eps') } },
  mark: { light: '#81268c', dark: '#d350ae', glyph: 'hexagon', dash: [12, 3] },
  source: 'Kingma & Ba 2015, Adam: a method for stochastic optimization, arXiv:1412.6980',
  teaches: {
    en: 'Momentum for direction, the running square for scale: the first step is about lr whatever the gradient is.',
    zh: '动量决定方向，梯度平方的滑动平均决定尺度：无论梯度多大，第一步都约为 lr。',
  },
});
