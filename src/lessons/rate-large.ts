import { lesson } from './lesson.ts';

/** Stable only for lr < 2/λmax. */
export const rateLarge = lesson({
  id: 'rate-large',
  title: { en: 'Too large a rate', zh: '学习率太大' },
  caption: {
    en: 'The steepest curvature is 25, so beyond 2/25 = 0.08 every step lands higher on the other wall. At 0.084 the run diverges.',
    zh: '最大曲率是 25，超过 2/25 = 0.08 后，每一步都落在对面更高处。取 0.084 时，运行发散。',
  },
  point: { en: 'The height of each landing.', zh: '看每次落点的高度。' },
  question: {
    ask: {
      en: 'The steepest curvature is 25. At which rate does descent begin to diverge?',
      zh: '最大曲率为 25，学习率超过多少就会发散？',
    },
    choices: [
      { en: '0.04', zh: '0.04' },
      { en: '0.08', zh: '0.08' },
      { en: '0.25', zh: '0.25' },
    ],
    answer: 1,
  },
  scene: {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    start: [-4, 0.8],
    steps: 100,
    optimizers: [{ id: 'sgd', lr: 0.084 }],
  },
});
