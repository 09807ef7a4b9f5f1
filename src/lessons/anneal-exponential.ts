import { lesson } from './lesson.ts';

/** lr·exp(−rate·s): the whole way is at most lr/rate gradients long. */
export const annealExponential = lesson({
  id: 'anneal-exponential',
  title: { en: 'Annealing: exponential', zh: '退火：指数衰减' },
  caption: {
    en: 'An exponential decay is quiet very soon. Decay too fast and the run freezes before it arrives.',
    zh: '指数衰减很快就安静下来。衰减太快，还没到达就冻住了。',
  },
  point: { en: 'Raise the decay per step until the run stops short.', zh: '逐渐提高每步衰减，直到它半途停下。' },
  scene: {
    surface: { id: 'bowl', params: {} },
    start: [-2.5, 2],
    steps: 300,
    noise: 1,
    schedule: { kind: 'exponential', rate: 0.02 },
    optimizers: [{ id: 'sgd', lr: 0.2 }],
  },
});
