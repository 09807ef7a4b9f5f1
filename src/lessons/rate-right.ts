import { lesson } from './lesson.ts';

/** The rate that minimises max|1 − lr·λ|. Boyd & Vandenberghe 2004, section 9.3. */
export const rateRight = lesson({
  id: 'rate-right',
  title: { en: 'Just right', zh: '恰到好处' },
  caption: {
    en: 'The best constant rate is 2/(λmin + λmax) = 2/26 ≈ 0.077: both directions shrink by 0.92 a step. It lies just below the edge of 0.08.',
    zh: '最优的恒定学习率是 2/(λmin + λmax) = 2/26 ≈ 0.077：两个方向每步都缩小到 0.92 倍。它紧挨着边界 0.08。',
  },
  point: {
    en: 'Each step, across the valley and along it: 0.92 of the one before.',
    zh: '横向和纵向的每一步，都是上一步的 0.92 倍。',
  },
  scene: {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    start: [-4, 0.8],
    steps: 100,
    optimizers: [{ id: 'sgd', lr: 0.0769 }],
  },
});
