import { Training } from '../train/train.ts';
import { check, percent } from './check.ts';

const samples = 20;
const steps = 1200;
/** R² that counts as learnt by heart. */
const enough = 0.9;

/** Twenty samples, without L2 and all at once, learnt by heart. */
export const overfit = check({
  id: 'overfit',
  name: { en: 'Twenty samples by heart', zh: '记住 20 个样本' },
  run: (spec) => {
    const few = spec.split.train.subarray(0, samples);
    const split = { train: few, validation: few, test: few };
    const training = new Training({ ...spec, shape: { ...spec.shape, l2: 0 }, split, batch: 'full' });
    const { trainScore } = training.history;
    const goal = spec.shape.task === 'classes' ? 1 : enough;
    let best = trainScore[0] as number;
    let made = 0;
    while (made < steps && best < goal && training.advance(1) === 1) {
      made += 1;
      best = Math.max(best, trainScore[made] as number);
    }
    const passed = best >= goal;
    const sentence = passed
      ? {
          en: `${few.length} samples are learnt by heart after ${made} steps.`,
          zh: `${made} 步后记住了 ${few.length} 个样本。`,
        }
      : {
          en: `After ${made} steps ${percent(best)} of ${few.length} samples are learnt by heart, expected ${percent(goal)}.`,
          zh: `${made} 步后记住了 ${few.length} 个样本的 ${percent(best)}，应为 ${percent(goal)}。`,
        };
    return { passed, number: best, sentence };
  },
  teaches: {
    en: 'A network that cannot learn twenty samples by heart will not learn a thousand.',
    zh: '连 20 个样本都记不住的网络，学不会一千个。',
  },
});
