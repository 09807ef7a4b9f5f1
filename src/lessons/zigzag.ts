import { lesson } from './lesson.ts';

/** Gradient descent in a quadratic of condition number 25. Boyd & Vandenberghe 2004, section 9.3.2. */
export const zigzag = lesson({
  id: 'zigzag',
  title: { en: 'Plain descent zigzags', zh: '普通梯度下降走之字形' },
  caption: {
    en: 'The walls are 25 times as steep as the floor, so each step leaps across and hardly moves along. The gradient points downhill, not at the minimum.',
    zh: '谷壁比谷底陡 25 倍，每一步都横跨山谷，却很少前进。梯度指向下坡，而不是指向极小点。',
  },
  point: { en: 'Count the crossings of the floor.', zh: '数一数它穿过谷底几次。' },
  scene: {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    start: [-4, 0.8],
    steps: 80,
    optimizers: [{ id: 'sgd', lr: 0.075 }],
  },
});
