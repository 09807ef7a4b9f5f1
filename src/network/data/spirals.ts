import { classified } from './dataset.ts';
import { common, count, generator, inTurn, named } from './generator.ts';

/**
 * Arms of a spiral that wind around each other: radius r from 0 to 1, angle 2π·arm/arms + 4r, with Gaussian noise of
 * standard deviation `noise` on the angle. After the course notes of Stanford's CS231n.
 */
export const spirals = generator({
  id: 'spirals',
  name: { en: 'Spirals', zh: '螺旋' },
  params: { ...common(0.15), arms: named(count(3, 2, 6), 'arms', '旋臂数') },
  make: ({ normal }, { rows, noise, arms }) =>
    classified(
      inTurn(rows, arms, (arm, place) => {
        const angle = (2 * Math.PI * arm) / arms + 4 * place + noise * normal();
        return [place * Math.sin(angle), place * Math.cos(angle), arm];
      }),
      arms,
    ),
  preset: { hidden: [16, 16], epochs: 120 },
  teaches: {
    en: 'No straight line separates the arms: without a hidden layer about half of the points is the best there is.',
    zh: '没有一条直线能分开各条旋臂：没有隐藏层时，最多只能分对大约一半的点。',
  },
});
