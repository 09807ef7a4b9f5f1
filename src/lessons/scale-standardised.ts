import { lesson } from './lesson.ts';
import { measurements } from './scale-raw.ts';

/** Condition number 1 after standardising. LeCun et al. 1998, Efficient BackProp. */
export const scaleStandardised = lesson({
  id: 'scale-standardised',
  title: { en: 'The same data, standardised', zh: '同样的数据，标准化之后' },
  caption: {
    en: 'Subtract the mean, divide by the deviation: the ravine becomes a bowl. One rate now suits slope and intercept alike.',
    zh: '减去均值，再除以标准差：狭谷变成圆碗。同一个学习率对斜率和截距都合适。',
  },
  point: { en: 'Round contours, a straight path.', zh: '等高线变圆，轨迹变直。' },
  scene: {
    surface: {
      data: measurements,
      loss: 'squared',
      standardised: true,
    },
    steps: 200,
    optimizers: [{ id: 'sgd', lr: 0.1 }],
  },
});
