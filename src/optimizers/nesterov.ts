import { decay, rate, rule } from './rule.ts';
import { flag, keyword, type Torch } from './torch.ts';

const torch: Torch = {
  name: 'SGD',
  keywords: { momentum: keyword('mu', (mu) => mu > 0), nesterov: flag },
};

/**
 * Momentum that looks where it is about to be. Nesterov 1983; in the variable that has already looked ahead
 * (x here is x + mu·v of the `lookahead` form), Bengio et al. 2013, arXiv:1212.0901; Sutskever et al. 2013.
 * On f = λx²/2 with b = 1 − lr·λ, x′ = (1 + mu)·b·x − mu·b·x₋₁; the roots of z² − (1 + mu)·b·z + mu·b lie in the unit
 * circle while 1 + (1 + mu)·b + mu·b > 0, which is b > −1/(1 + 2mu): for lr·λ < (2 + 2mu)/(1 + 2mu).
 */
export const nesterov = rule({
  id: 'nesterov',
  name: { en: 'Nesterov', zh: 'Nesterov' },
  state: ['v'],
  hyper: { lr: rate(0.001), mu: decay(0.9) },
  networkRate: 0.05,
  formula: `
    p = v
    v = mu*v - lr*g
    x = x - mu*p + (1 + mu)*v`,
  stability: '(2 + 2*mu)/(1 + 2*mu)/lambda',
  label: { en: 'in the look-ahead variable', zh: '以前瞻点为变量' },
  variants: {
    lookahead: {
      label: { en: 'gradient at the look-ahead point', zh: '在前瞻点求梯度' },
      formula: `
        g = grad(x + mu*v)
        v = mu*v - lr*g
        x = x + v`,
      variable: 'x + mu*v',
    },
    pytorch: {
      label: { en: 'PyTorch: lr outside the velocity', zh: 'PyTorch：学习率在速度之外' },
      formula: `
        v = mu*v + g
        x = x - lr*(g + mu*v)`,
      torch,
    },
  },
  torch: { ...torch, constantRate: true },
  mark: { light: '#ee0050', dark: '#f99498', glyph: 'square', dash: [2, 2] },
  source:
    'Nesterov 1983, A method of solving a convex programming problem with convergence rate O(1/k²), Soviet Math. Dokl. 27; rewritten as in Bengio, Boulanger-Lewandowski & Pascanu 2013, arXiv:1212.0901',
  teaches: {
    en: 'It brakes before it overshoots, because it takes the gradient where the velocity is about to carry it.',
    zh: '在速度将要到达的位置求梯度，所以在冲过头之前就开始刹车。',
  },
});
