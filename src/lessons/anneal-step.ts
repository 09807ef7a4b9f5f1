import { lesson } from './lesson.ts';

/** Step decay under gradient noise. Robbins & Monro 1951. */
export const annealStep = lesson({
  id: 'anneal-step',
  title: { en: 'Annealing: in steps', zh: '退火：阶梯衰减' },
  caption: {
    en: 'With noise, a constant rate only wanders around the minimum. Every cut of the rate shrinks the cloud.',
    zh: '有噪声时，恒定的学习率只会在极小点周围游荡。学习率每降一次，这团轨迹就缩小一圈。',
  },
  point: { en: 'Steps 100 and 200: the cloud contracts at once.', zh: '第 100 步和第 200 步：轨迹立刻收缩。' },
  scene: {
    surface: { id: 'bowl', params: {} },
    start: [-2.5, 2],
    steps: 300,
    noise: 1,
    schedule: { kind: 'step', factor: 0.25, every: 100 },
    optimizers: [{ id: 'sgd', lr: 0.2 }],
  },
});
