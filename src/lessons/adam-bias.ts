import { lesson } from './lesson.ts';

/** At step 1 the uncorrected step is (1 − beta1)/√(1 − beta2) ≈ 3.2 lr. Kingma & Ba 2015, section 3. */
export const adamBias = lesson({
  id: 'adam-bias',
  title: { en: 'Adam and its bias correction', zh: 'Adam 与偏差校正' },
  caption: {
    en: 'Both running means begin at 0; the correction divides by what is missing. Without it the first step is three times as long as it should be, as the squares are the slower mean.',
    zh: '两个滑动平均都从 0 开始，校正就是除以所缺的部分。不校正时，平方的平均增长更慢，第一步就长到三倍。',
  },
  point: { en: 'The first ten steps of the two paths.', zh: '比较两条轨迹的前十步。' },
  question: {
    ask: { en: 'Without the correction, the first step is …', zh: '不做校正时，第一步会……' },
    choices: [
      { en: 'shorter', zh: '更短' },
      { en: 'the same', zh: '一样' },
      { en: 'longer', zh: '更长' },
    ],
    answer: 2,
  },
  scene: {
    surface: { id: 'himmelblau', params: {} },
    start: [-1, -1],
    steps: 150,
    optimizers: [{ id: 'adam', lr: 0.1, overlay: 'uncorrected' }],
  },
});
