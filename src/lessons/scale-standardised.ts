import { lesson } from './lesson.ts';

/** Condition number 1 after standardising. LeCun et al. 1998, Efficient BackProp. */
export const scaleStandardised = lesson({
  id: 'scale-standardised',
  title: { en: 'The same data, standardised', zh: '同样的数据，标准化之后' },
  caption: {
    en: 'Subtract the mean, divide by the deviation: the ravine becomes a bowl. One rate now suits slope and intercept alike.',
    zh: '减去均值，再除以标准差：狭谷变成圆碗。同一个学习率对斜率和截距都合适。',
  },
  point: { en: 'Round contours, a straight path.', zh: '等高线变圆，路径变直。' },
  scene: {
    surface: {
      data: [
        [-1500, -2.6],
        [-1000, -2.2],
        [-500, -0.7],
        [0, 0.2],
        [500, 1.4],
        [1000, 1.7],
        [1500, 3.2],
      ],
      loss: 'squared',
      standardised: true,
    },
    steps: 200,
    optimizers: [{ id: 'sgd', lr: 0.1 }],
  },
});
