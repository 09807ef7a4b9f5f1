import { schedule } from './schedule.ts';

/** The momentum as it was set, at every step. */
export const constantMu = schedule({
  id: 'constant',
  name: { en: 'Constant', zh: '恒定' },
  params: {},
  formula: 'mu',
  teaches: {
    en: 'The same memory from the first step to the last.',
    zh: '从第一步到最后一步，记忆的长短不变。',
  },
});
