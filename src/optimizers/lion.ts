import { decay, rate, rule, shrinkage } from './rule.ts';

/**
 * The sign of an interpolated momentum, so that every coordinate moves by lr, and weight decay beside it. Chen et al. 2023,
 * arXiv:2302.06675, algorithm 2: the direction remembers with beta1, the momentum that is kept with beta2.
 */
export const lion = rule({
  id: 'lion',
  name: { en: 'Lion', zh: 'Lion' },
  state: ['m'],
  hyper: { lr: rate(0.005), beta1: decay(0.9), beta2: decay(0.99), weight_decay: shrinkage(0.001) },
  networkRate: 0.002,
  formula: `
    c = beta1*m + (1 - beta1)*g
    x = x - lr*(sign(c) + weight_decay*x)
    m = beta2*m + (1 - beta2)*g`,
  label: { en: 'as in the paper', zh: '与论文相同' },
  variants: {},
  mark: { light: '#3c2d5a', dark: '#e1e1b4', glyph: 'moon', dash: [2, 1] },
  source: 'Chen et al. 2023, Symbolic discovery of optimization algorithms, arXiv:2302.06675',
  teaches: {
    en: 'Only the sign counts: every step is lr in both coordinates, so it walks aslant and never comes to rest while lr is constant.',
    zh: '只看符号：每一步在两个坐标上都走 lr，所以总是斜着走；学习率恒定时永远停不下来。',
  },
});
