import { Training } from '../train/train.ts';
import { check, percent } from './check.ts';

const steps = 300;
/** R² on validation that is more than luck. */
const better = 0.2;

/** The share of the most frequent class among rows. */
const commonest = (labels: Int32Array, rows: Int32Array): number => {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(labels[row] as number, (counts.get(labels[row] as number) ?? 0) + 1);
  return Math.max(...counts.values()) / rows.length;
};

/** A short training against guessing, on validation: the most frequent class, and three standard deviations of luck. */
export const guessing = check({
  id: 'guessing',
  name: { en: 'Better than guessing', zh: '好于猜测' },
  run: (spec) => {
    const { data, split, shape } = spec;
    const training = new Training(spec);
    training.advance(steps);
    const { score } = training.evaluate(split.validation);
    let goal = better;
    if (shape.task === 'classes') {
      const share = commonest(data.labels, split.train);
      goal = Math.min(share + 3 * Math.sqrt((share * (1 - share)) / split.validation.length), (1 + share) / 2);
    }
    const passed = score >= goal;
    const [found, wanted] = [percent(score), percent(goal)];
    const what = shape.task === 'classes' ? { en: '', zh: '正确率' } : { en: 'R² of ', zh: 'R² ' };
    const sentence = passed
      ? {
          en: `After ${steps} steps validation reaches ${what.en}${found}; luck would hardly give ${wanted}.`,
          zh: `${steps} 步后验证集${what.zh}达到 ${found}；靠运气很难达到 ${wanted}。`,
        }
      : {
          en: `After ${steps} steps validation reaches ${what.en}${found}, expected ${wanted}: do the labels belong to the samples?`,
          zh: `${steps} 步后验证集${what.zh}为 ${found}，应达到 ${wanted}：标签与样本对应吗？`,
        };
    return { passed, number: score, sentence };
  },
  teaches: {
    en: 'A network can learn labels by heart that mean nothing; only on samples that it has not seen does that show.',
    zh: '毫无意义的标签，网络也能记住；只有在没见过的样本上才看得出来。',
  },
});
