import { lesson } from './lesson.ts';

/** The error along an eigenvector shrinks by 1 − lr·λ a step; here λ = 1 and 25. */
export const rateSmall = lesson({
  id: 'rate-small',
  title: { en: 'Too small a rate', zh: '学习率太小' },
  caption: {
    en: 'Safe and slow: each step removes a fixed share of the distance, here half a percent along the floor. Most of the work is still ahead.',
    zh: '安全但缓慢：每一步只消去固定比例的距离，在谷底方向仅千分之五。大部分路程还没走。',
  },
  point: { en: 'How far it has come after 100 steps.', zh: '看 100 步之后走了多远。' },
  scene: {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    start: [-4, 0.8],
    steps: 100,
    optimizers: [{ id: 'sgd', lr: 0.005 }],
  },
});
