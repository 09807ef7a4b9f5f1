import { lesson } from './lesson.ts';

/** lr/(1 + rate·s): sums to infinity, its square does not. Robbins & Monro 1951. */
export const annealInverse = lesson({
  id: 'anneal-inverse',
  title: { en: 'Annealing: 1/t', zh: '退火：1/t 衰减' },
  caption: {
    en: 'A rate that falls like 1/t still reaches any distance, yet its noise dies out: the classic proof of convergence needs just that.',
    zh: '按 1/t 下降的学习率仍能走到任意远，而噪声逐渐消失：经典的收敛证明正需要这两点。',
  },
  point: { en: 'No jumps: the cloud tightens evenly.', zh: '没有突变：轨迹均匀地收紧。' },
  scene: {
    surface: { id: 'bowl', params: {} },
    start: [-2.5, 2],
    steps: 300,
    noise: 1,
    schedule: { kind: 'inverse', rate: 0.05 },
    optimizers: [{ id: 'sgd', lr: 0.2 }],
  },
});
