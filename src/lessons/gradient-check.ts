import { lesson } from './lesson.ts';

/** Central differences against backpropagation: the error is of order h² + ε/h, least near h = 1e-5 in float64. */
export const gradientCheck = lesson({
  id: 'gradient-check',
  title: { en: 'Checking a gradient', zh: '梯度检验' },
  caption: {
    en: 'Move an input by ±h and divide by 2h: the quotient must agree with backpropagation. A large h bends away from the tangent, a tiny one drowns in rounding.',
    zh: '把输入移动 ±h，再除以 2h：结果应与反向传播一致。h 太大会偏离切线，太小则被舍入误差淹没。',
  },
  point: {
    en: 'The curve beside the graph: the error falls with h, then rises.',
    zh: '看图旁的曲线：误差先随 h 减小而下降，然后回升。',
  },
  question: {
    ask: { en: 'Which h makes the central difference most accurate?', zh: 'h 取多大时，中心差分最准确？' },
    choices: [
      { en: '1e-1', zh: '1e-1' },
      { en: '1e-5', zh: '1e-5' },
      { en: '1e-13', zh: '1e-13' },
    ],
    answer: 1,
  },
  beside: 'check',
  scene: { view: 'backprop', backprop: { program: 'f = sigmoid(w*x + b)', inputs: { w: 2, x: 1, b: -1 } } },
});
