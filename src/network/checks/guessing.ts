import { Training } from '../train/train.ts';
import { check, overflowAt, percent, scored, shown } from './check.ts';

/** Steps, and how often after as many it is looked whether that is enough: healthy networks may learn slowly. */
const [stepsPerLook, looks] = [300, 4];
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
    let goal = better;
    if (shape.task === 'classes') {
      const share = commonest(data.labels, split.train);
      goal = Math.min(share + 3 * Math.sqrt((share * (1 - share)) / split.validation.length), (1 + share) / 2);
    }
    let [steps, score] = [0, NaN];
    for (let look = 0; look < looks && !(score >= goal); look += 1) {
      steps += training.advance(stepsPerLook);
      ({ score } = training.evaluate(split.validation));
    }
    const { divergedAt } = training;
    const passed = score >= goal;
    const [found, wanted] = [scored(score, shape.task), shape.task === 'classes' ? percent(goal) : shown(goal)];
    const overflow = overflowAt(divergedAt ?? 0);
    const sentence = passed
      ? {
          en: `After ${steps} steps validation reaches ${found.en}; luck would hardly give ${wanted}.`,
          zh: `${steps} 步后验证集${found.zh}；靠运气很难达到 ${wanted}。`,
        }
      : divergedAt !== undefined
        ? {
            en: `No better than guessing: ${overflow.en}.`,
            zh: `不比猜测好：${overflow.zh}。`,
          }
        : {
            en: `After ${steps} steps validation reaches ${found.en}, expected ${wanted}: do the labels belong to the samples, does it learn too slowly?`,
            zh: `${steps} 步后验证集${found.zh}，应达到 ${wanted}：标签与样本对应吗？是否学得太慢？`,
          };
    return { passed, number: score, sentence };
  },
  teaches: {
    en: 'A network can learn labels by heart that mean nothing; only on samples that it has not seen does that show.',
    zh: '毫无意义的标签，网络也能记住；只有在没见过的样本上才看得出来。',
  },
});
