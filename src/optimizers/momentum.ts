import { decay, rate, rule } from './rule.ts';
import { keyword, type Torch } from './torch.ts';

const torch: Torch = { name: 'SGD', keywords: { momentum: keyword('mu') } };

/**
 * Heavy ball: a velocity that forgets slowly adds up what gradients agree on and cancels what they do not.
 * Polyak 1964, doi:10.1016/0041-5553(64)90137-5. With the PyTorch form the path is the same while lr is constant.
 * On f = λx²/2, x′ = (1 + mu − lr·λ)·x − mu·x₋₁, which is stable while both roots of z² − (1 + mu − lr·λ)·z + mu lie in
 * the unit circle: for lr·λ < 2(1 + mu).
 */
export const momentum = rule({
  id: 'momentum',
  name: { en: 'Momentum', zh: '动量' },
  state: ['v'],
  hyper: { lr: rate(0.001), mu: decay(0.9) },
  networkRate: 0.05,
  formula: `
    v = mu*v - lr*g
    x = x + v`,
  stability: '2*(1 + mu)/lambda',
  label: { en: 'lr inside the velocity', zh: '学习率在速度之内' },
  variants: {
    pytorch: {
      label: { en: 'PyTorch: lr outside the velocity', zh: 'PyTorch：学习率在速度之外' },
      formula: `
        v = mu*v + g
        x = x - lr*v`,
      torch,
    },
  },
  torch: { ...torch, constantRate: true },
  mark: { light: '#710612', dark: '#e94f26', glyph: 'triangle', dash: [6, 2] },
  source:
    'Polyak 1964, Some methods of speeding up the convergence of iteration methods, doi:10.1016/0041-5553(64)90137-5',
  teaches: {
    en: 'A heavy ball gathers speed along a valley and swings past its bottom before it settles.',
    zh: '像一个重球：沿山谷不断加速，冲过谷底来回摆动后才停下。',
  },
});
