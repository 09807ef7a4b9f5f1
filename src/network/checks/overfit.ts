import type { TrainSpec } from '../train/spec.ts';
import { Training } from '../train/train.ts';
import { check, overflowAt, scored } from './check.ts';

const samples = 20;
/** As many steps as slow but healthy settings need. */
const steps = 4000;
/** R² that counts as learnt by heart. */
const enough = 0.85;

interface Learnt {
  readonly count: number;
  readonly best: number;
  readonly made: number;
  readonly divergedAt: number | undefined;
}

/** Trains on a few samples from a place on until they are learnt, or for all steps. An epoch is one step here: lr stays. */
function learn({ split, shape, ...spec }: TrainSpec, first: number, goal: number): Learnt {
  const few = split.train.subarray(first, first + samples);
  const training = new Training({
    ...spec,
    shape: { ...shape, l2: 0 },
    split: { train: few, validation: few, test: few },
    batch: 'full',
    decay: { formula: 'lr', values: {} },
  });
  const { trainScore } = training.history;
  let best = trainScore[0] as number;
  let made = 0;
  while (made < steps && !(best >= goal) && training.advance(1) === 1) {
    made += 1;
    // Where the loss overflows before a weight does, the score is none.
    if ((trainScore[made] as number) > best) best = trainScore[made] as number;
  }
  return { count: few.length, best, made, divergedAt: training.divergedAt };
}

/** Twenty samples, without L2 and all at once, learnt by heart; or twenty others, since noise can make some too hard. */
export const overfit = check({
  id: 'overfit',
  name: { en: 'Twenty samples by heart', zh: '记住 20 个样本' },
  run: (spec) => {
    const { task } = spec.shape;
    const goal = task === 'classes' ? 1 : enough;
    const first = learn(spec, 0, goal);
    const isOther = !(first.best >= goal) && spec.split.train.length >= 2 * samples;
    const { count, best, made, divergedAt } = isOther ? learn(spec, samples, goal) : first;
    const passed = best >= goal;
    const [found, overflow] = [scored(best, task), overflowAt(divergedAt ?? 0)];
    const sentence = passed
      ? {
          en: `${count} samples are learnt by heart after ${made} steps.`,
          zh: `${made} 步后记住了 ${count} 个样本。`,
        }
      : divergedAt !== undefined
        ? {
            en: `${count} samples are not learnt by heart: ${overflow.en}.`,
            zh: `没有记住 ${count} 个样本：${overflow.zh}。`,
          }
        : task === 'classes'
          ? {
              en: `After ${made} steps ${found.en} of ${count} samples are learnt by heart, expected 100%.`,
              zh: `${made} 步后记住了 ${count} 个样本的 ${found.en}，应为 100%。`,
            }
          : {
              en: `After ${made} steps the fit of ${count} samples has ${found.en}, expected ${goal}.`,
              zh: `${made} 步后对 ${count} 个样本的拟合${found.zh}，应达到 ${goal}。`,
            };
    return { passed, number: best, sentence };
  },
  teaches: {
    en: 'A network that cannot learn twenty samples by heart will not learn a thousand.',
    zh: '连 20 个样本都记不住的网络，学不会一千个。',
  },
});
