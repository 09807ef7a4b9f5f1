import { classified } from './dataset.ts';
import { common, generator, inTurn } from './generator.ts';

/** A disc's edge within a larger one, radii 0.4 and 1, with Gaussian noise of standard deviation `noise` on the radius. */
export const circles = generator({
  id: 'circles',
  name: { en: 'Circles', zh: '同心圆' },
  params: common(0.1),
  make: ({ normal, uniform }, { rows, noise }) =>
    classified(
      inTurn(rows, 2, (label) => {
        const [radius, angle] = [(label === 0 ? 0.4 : 1) + noise * normal(), 2 * Math.PI * uniform()];
        return [radius * Math.cos(angle), radius * Math.sin(angle), label];
      }),
      2,
    ),
  teaches: {
    en: 'Three hidden units close a ring around the inner class: each contributes one side of a rounded triangle.',
    zh: '三个隐藏单元就能围住内圈：每个单元贡献一条边，合起来是一个圆角三角形。',
  },
});
