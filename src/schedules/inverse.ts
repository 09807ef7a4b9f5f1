import { schedule, slider } from './schedule.ts';

/** Falls like 1/s: the sum of the rates stays infinite, that of their squares finite. Robbins & Monro 1951, doi:10.1214/aoms/1177729586. */
export const inverse = schedule({
  id: 'inverse',
  name: { en: '1/s decay', zh: '1/s 衰减' },
  params: { rate: slider(0.01, 1e-5, 10, 'log') },
  formula: 'lr/(1 + rate*s)',
  teaches: {
    en: 'It falls slowly enough to reach any distance, and fast enough for the noise to average out.',
    zh: '衰减得够慢，再远也能走到；又够快，噪声会被平均掉。',
  },
});
