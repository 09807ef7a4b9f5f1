import { classified } from './dataset.ts';
import { common, generator, inTurn } from './generator.ts';

/**
 * Two classes in opposite quadrants of the square [−1, 1]², at least 0.1 away from the axes, with Gaussian noise of
 * standard deviation `noise` on both coordinates. Minsky & Papert 1969, Perceptrons.
 */
export const xor = generator({
  id: 'xor',
  name: { en: 'XOR', zh: '异或' },
  params: common(0.05),
  make: ({ normal, uniform }, { rows, noise }) =>
    classified(
      inTurn(rows, 2, (label) => {
        const [u, v] = [0.1 + 0.9 * uniform(), 0.1 + 0.9 * uniform()];
        const side = uniform() < 0.5 ? 1 : -1;
        return [side * u + noise * normal(), (label === 0 ? side : -side) * v + noise * normal(), label];
      }),
      2,
    ),
  teaches: {
    en: 'The smallest problem that needs a hidden layer: neither input alone says anything about the class.',
    zh: '需要隐藏层的最小问题：单看任何一个输入，都得不到关于类别的信息。',
  },
});
