import { lesson } from './lesson.ts';

/** Rows [t, u] with t in millimetres. */
export const measurements = [
  [-1500, -2.6],
  [-1000, -2.2],
  [-500, -0.7],
  [0, 0.2],
  [500, 1.4],
  [1000, 1.7],
  [1500, 3.2],
];

/** The Hessian of a linear fit has the mean square of the inputs on its diagonal. LeCun et al. 1998, Efficient BackProp. */
export const scaleRaw = lesson({
  id: 'scale-raw',
  title: { en: 'Inputs 1000 times as large', zh: '输入放大 1000 倍' },
  caption: {
    en: 'Metres became millimetres: the slope’s curvature grew a millionfold. A rate that the slope survives leaves the intercept where it was.',
    zh: '米变成了毫米：斜率方向的曲率变为一百万倍。斜率能承受的学习率，几乎推不动截距。',
  },
  point: { en: 'The intercept y: plain descent never moves it.', zh: '看截距 y：普通梯度下降几乎推不动它。' },
  question: {
    ask: {
      en: 'The inputs are 1000 times as large. The largest stable rate falls by …',
      zh: '输入放大 1000 倍，最大稳定学习率缩小为……',
    },
    choices: [
      { en: '1/1000', zh: '1/1000' },
      { en: '1/1,000,000', zh: '1/1000000' },
    ],
    answer: 1,
  },
  scene: {
    surface: {
      data: measurements,
      loss: 'squared',
      standardised: false,
    },
    start: [0, 2],
    steps: 200,
    optimizers: [{ id: 'sgd', lr: 9e-7 }],
  },
});
