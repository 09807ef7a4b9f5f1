import { classified } from './dataset.ts';
import { common, count, generator, inTurn, named } from './generator.ts';

/** Gaussian clouds of standard deviation `noise` around as many places on the unit circle. */
export const clusters = generator({
  id: 'clusters',
  name: { en: 'Clusters', zh: '高斯簇' },
  params: { ...common(0.25), clusters: named(count(4, 2, 8), 'clusters', '簇数') },
  make: ({ normal }, { rows, noise, clusters: places }) =>
    classified(
      inTurn(rows, places, (label) => {
        const angle = (2 * Math.PI * label) / places;
        return [Math.cos(angle) + noise * normal(), Math.sin(angle) + noise * normal(), label];
      }),
      places,
    ),
  teaches: {
    en: 'Straight lines are enough here: a network without a hidden layer does as well as one with many.',
    zh: '这里直线就够了：没有隐藏层的网络和有很多隐藏层的网络一样好。',
  },
});
