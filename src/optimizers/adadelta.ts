import { decay, rate, rule, tiny } from './rule.ts';
import { keyword } from './torch.ts';

/**
 * Steps in the unit of x: the root mean square of past steps over that of past gradients. Zeiler 2012, arXiv:1212.5701,
 * where lr is 1; eps decides how long the first steps are.
 */
export const adadelta = rule({
  id: 'adadelta',
  name: { en: 'Adadelta', zh: 'Adadelta' },
  state: ['cache', 'steps'],
  hyper: { lr: rate(1), rho: decay(0.9), eps: tiny(1e-6) },
  networkRate: 1,
  formula: `
    cache = rho*cache + (1 - rho)*g^2
    step = g*sqrt(steps + eps)/sqrt(cache + eps)
    steps = rho*steps + (1 - rho)*step^2
    x = x - lr*step`,
  label: { en: 'as in the paper', zh: '与论文相同' },
  variants: {},
  torch: {
    name: 'Adadelta',
    keywords: { rho: keyword('rho', (value) => value >= 0 && value <= 1), eps: keyword('eps') },
  },
  mark: { light: '#69003c', dark: '#b4a55a', glyph: 'slab', dash: [4, 1] },
  source: 'Zeiler 2012, ADADELTA: an adaptive learning rate method, arXiv:1212.5701',
  teaches: {
    en: 'It finds its own step length from the steps before, which begin near √eps: a long warm-up before it moves.',
    zh: '根据以往的步长自行决定步长；最初只有约 √eps，因此要预热很久才真正动起来。',
  },
});
