import { lesson } from './lesson.ts';

/** Derivatives as sums over paths. Olah 2015, Calculus on computational graphs. */
export const chainRule = lesson({
  id: 'chain-rule',
  title: { en: 'The chain rule, path by path', zh: '链式法则：逐条路径' },
  caption: {
    en: 'Two paths lead from b to e: the chain rule multiplies along a path and adds up over the paths, 2 + 3 = 5.',
    zh: '从 b 到 e 有两条路径：沿路径相乘，再把各条路径相加，2 + 3 = 5。',
  },
  point: {
    en: 'Follow both wires out of b; each carries a part of its gradient.',
    zh: '沿着从 b 出发的两条连线走，每条都带着它的一份梯度。',
  },
  question: {
    ask: {
      en: 'With a = 2 and b = 1, what is the derivative of e by b?',
      zh: 'a = 2、b = 1 时，e 对 b 的导数是多少？',
    },
    choices: [
      { en: '2', zh: '2' },
      { en: '3', zh: '3' },
      { en: '5', zh: '5' },
    ],
    answer: 2,
  },
  scene: { view: 'backprop', backprop: { program: 'c = a + b\nd = b + 1\ne = c*d', inputs: { a: 2, b: 1 } } },
});
