import { Training } from '../train/train.ts';
import { check, shown } from './check.ts';

const steps = 20;
/** About 1e-3 is usual. Below the first, as a median, nothing is learnt; a step above the second replaces the weights. */
const [least, most] = [1e-5, 1];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** ‖Δw‖/‖w‖ per layer over the first steps: the largest must not be too high, nor the median too low. */
export const rate = check({
  id: 'rate',
  name: { en: 'Rate by update ratio', zh: '用更新比检查学习率' },
  run: (spec) => {
    const training = new Training(spec);
    const ratios = Array.from({ length: steps }, () => {
      training.advance(1);
      return training.ratios;
    });
    const along = (layer: number): number[] => ratios.map((step) => step[layer] as number);
    const medians = training.ratios.map((_, layer) => median(along(layer)));
    const largest = training.ratios.map((_, layer) => Math.max(...along(layer)));
    const high = largest.findIndex((ratio) => !(ratio <= most));
    const low = medians.findIndex((ratio) => !(ratio >= least));
    const layer = Math.max(0, high >= 0 ? high : low);
    const layers = high >= 0 ? largest : medians;
    const number = layers[layer] as number;
    const found = shown(number, 2);
    const step = {
      en: `a step changes layer ${layer + 1} by ${found} of its weights, about 1e-3 is usual`,
      zh: `一步使第 ${layer + 1} 层的权重改变 ${found}（相对值），通常约为 1e-3`,
    };
    const passed = high < 0 && low < 0;
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
