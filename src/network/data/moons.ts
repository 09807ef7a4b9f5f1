import { classified } from './dataset.ts';
import { common, generator, inTurn } from './generator.ts';

/** Two interleaving half circles of radius 1, with Gaussian noise of standard deviation `noise` on both coordinates. */
export const moons = generator({
  id: 'moons',
  name: { en: 'Moons', zh: '双月' },
  params: common(0.12),
  make: ({ normal }, { rows, noise }) =>
    classified(
      inTurn(rows, 2, (label, place) => {
        const angle = Math.PI * place;
        const [x, y] = label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
        return [x + noise * normal() - 0.5, y + noise * normal() - 0.25, label];
      }),
      2,
    ),
  teaches: {
    en: 'The boundary has to bend twice: a few hidden units are enough, one is not.',
    zh: '边界需要弯两次：几个隐藏单元就够了，一个不够。',
  },
});
