import { mistakenData } from '../mistakes.ts';
import { Network } from '../network.ts';
import type { NetworkShape } from '../shape.ts';
import { variance } from '../train/evaluate.ts';
import type { TrainSpec } from '../train/spec.ts';
import { startOf } from '../train/start.ts';
import { check, shown } from './check.ts';

/** Samples that the loss is the mean of. */
const samples = 200;
/**
 * How many times the loss of guessing the first loss may be, at least and at most. Random weights that guess numbers of
 * their own are farther off than a guess of the mean.
 */
const bounds = { classes: [0.25, 2], numbers: [0.1, 10] } as const;
/** The L2 that the loss must rise with. */
const l2 = 0.1;

const lossOf = (spec: TrainSpec, shape: NetworkShape): number => {
  const parameters = startOf(spec);
  const rows = Math.min(samples, spec.split.train.length);
  const network = new Network(shape, rows, parameters.length);
  network.kernels.doubles.set(parameters);
  network.load(mistakenData(spec.data, spec.mistakes, spec.seed), spec.split.train, 0, rows);
  return network.loss(0);
};

/** The loss before training against that of guessing: ln C for C classes, the variance for numbers; and with more L2. */
export const initialLoss = check({
  id: 'initialLoss',
  name: { en: 'Initial loss', zh: '初始损失' },
  run: (spec) => {
    const { data, shape, split } = spec;
    const classes = shape.sizes.at(-1) as number;
    const chance = shape.task === 'classes' ? Math.log(classes) : variance(data, split.train);
    const number = lossOf(spec, { ...shape, l2: 0 });
    const [least, most] = bounds[shape.task];
    const isNear = number >= least * chance && number <= most * chance;
    const rises = lossOf(spec, { ...shape, l2 }) > number;
    const found = shown(number);
    const guess = shape.task === 'classes' ? `ln ${classes} = ${shown(chance)}` : shown(chance);
    const passed = isNear && rises;
    const good = {
      en: `The loss begins at ${found}, near the ${guess} of guessing, and rises with L2.`,
      zh: `初始损失为 ${found}，接近随机猜测的 ${guess}，并随 L2 增大。`,
    };
    const flat = {
      en: 'The loss does not rise with L2: all weights are 0, or the penalty is missing.',
      zh: '损失不随 L2 增大：权重全为零，或缺少正则项。',
    };
    const far = {
      en: `The loss begins at ${found}; guessing gives ${guess}. Are the inputs or the weights too large?`,
      zh: `初始损失为 ${found}，而随机猜测为 ${guess}。输入或权重是否过大？`,
    };
    return { passed, number, sentence: passed ? good : isNear ? flat : far };
  },
  teaches: {
    en: 'Before it has seen anything, a network should be as unsure as a guess: with a larger loss it is sure, and wrong.',
    zh: '还没有学到任何东西时，网络应像猜测一样没有把握：损失更大，说明它很自信，却是错的。',
  },
});
