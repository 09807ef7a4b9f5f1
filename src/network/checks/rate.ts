import type { TrainSpec } from '../train/spec.ts';
import { Training } from '../train/train.ts';
import { check, overflowAt, shown } from './check.ts';

const steps = 20;
/**
 * About 1e-3 is usual. Below the first, as a median, nothing is learnt; a step above the second replaces the weights,
 * though where numbers are learnt, the very first of a healthy network can go that far, and farther where it is made good.
 */
const [least, most] = [1e-5, { classes: 1, numbers: 4 }] as const;

/** NaN of no numbers. */
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** The ratios of the first steps, a list per layer; weights that are all 0 have none. */
function ratiosOf(training: Training): number[][] {
  const found: number[][] = training.ratios.map(() => []);
  for (let made = 0; made < steps && training.advance(1) === 1; made += 1)
    training.ratios.forEach((ratio, layer) => {
      if (!Number.isNaN(ratio)) found[layer]?.push(ratio);
    });
  return found;
}

/** Whether numbers are told better than by their mean by now, on what is trained with: what a step replaced was no loss. */
const isMadeGood = (training: Training, { shape, split }: TrainSpec): boolean =>
  shape.task === 'numbers' && training.evaluate(split.train).score > 0;

/** ‖Δw‖/‖w‖ per layer over the first steps: the largest must not be too high, nor the median too low. */
export const rate = check({
  id: 'rate',
  name: { en: 'Rate by update ratio', zh: '用更新比检查学习率' },
  run: (spec) => {
    const training = new Training(spec);
    const ratios = ratiosOf(training);
    const medians = ratios.map(median);
    const largest = ratios.map((list) => Math.max(...list));
    const zero = ratios.findIndex((list) => list.length === 0);
    const above = largest.findIndex((ratio) => ratio > most[spec.shape.task]);
    const high = above >= 0 && isMadeGood(training, spec) ? -1 : above;
    const low = medians.findIndex((ratio) => ratio < least);
    const { divergedAt } = training;
    const layer = Math.max(0, high >= 0 ? high : low);
    const layers = high >= 0 ? largest : medians;
    const number = layers[layer] as number;
    const found = shown(number, 2);
    const step = {
      en: `a step changes layer ${layer + 1} by ${found} of its weights, about 1e-3 is usual`,
      zh: `一步使第 ${layer + 1} 层的权重改变 ${found}（相对值），通常约为 1e-3`,
    };
    const passed = divergedAt === undefined && zero < 0 && high < 0 && low < 0;
    if (divergedAt !== undefined) {
      const overflow = overflowAt(divergedAt);
      const sentence = { en: `The rate is too high: ${overflow.en}.`, zh: `学习率过高：${overflow.zh}。` };
      return { passed, number, layers, sentence };
    }
    if (zero >= 0) {
      const sentence = {
        en: `The weights of layer ${zero + 1} are all 0 and stay 0: no step can be compared with them.`,
        zh: `第 ${zero + 1} 层的权重全为零且保持为零：无法与更新的步长比较。`,
      };
      return { passed, number: NaN, layers: medians, sentence };
    }
    const [en, zh] = passed
      ? ['The rate is neither too low nor too high', '学习率既不过低也不过高']
      : high >= 0
        ? ['The rate is too high', '学习率过高']
        : [`The rate is too low, or layer ${layer + 1} gets no gradient`, `学习率过低，或第 ${layer + 1} 层得不到梯度`];
    return { passed, number, layers, sentence: { en: `${en}: ${step.en}.`, zh: `${zh}：${step.zh}。` } };
  },
  teaches: {
    en: 'What counts is how far a step goes compared with the weights: far above 1e-3 it forgets, far below it does not learn.',
    zh: '重要的是一步相对于权重走多远：远大于 1e-3 会忘掉已学到的，远小于 1e-3 则学不到东西。',
  },
});
