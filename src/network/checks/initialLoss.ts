import { activations } from '../activations/catalog.ts';
import { mistakenData } from '../mistakes.ts';
import { Network } from '../network.ts';
import type { NetworkShape } from '../shape.ts';
import { variance } from '../train/evaluate.ts';
import type { TrainSpec } from '../train/spec.ts';
import { startOf } from '../train/start.ts';
import { check, percent, shown } from './check.ts';

/** Samples that the loss is the mean of. */
const samples = 200;
/**
 * How many times the loss of guessing the first loss may be, at least and at most. Random weights that guess on their own
 * are farther off than a guess of the mean: of few relus with He's weights up to 5 times, of numbers 25 times; with inputs
 * a thousand times as large, 20 and 10,000 times at least.
 */
const bounds = { classes: [0.25, 10], numbers: [0.1, 100] } as const;
/** Share of a layer's values that may lie where the activation is flat. */
const mostFlat = 0.5;
/** The L2 that the loss must rise with. */
const l2 = 0.1;

/** The largest share of a hidden layer's values for the loaded batch that lie where the activation is flat. */
function flatShare(network: Network): number {
  const { kernels, layers, shape, stride, rows } = network;
  const { isFlat } = activations[shape.activation];
  const shares = layers.slice(0, -1).map(({ values }, layer) => {
    let flat = 0;
    for (let unit = 0; unit < values; unit += 1) {
      const first = network.valuesOf(layer) + unit * stride;
      for (const a of kernels.doubles.subarray(first, first + rows)) if (isFlat(a)) flat += 1;
    }
    return flat / (values * rows);
  });
  return Math.max(0, ...shares);
}

/** A network as it begins, run on some samples; and its loss. */
function begun(spec: TrainSpec, shape: NetworkShape): { network: Network; loss: number } {
  const parameters = startOf(spec);
  const rows = Math.min(samples, spec.split.train.length);
  const network = new Network(shape, rows, parameters.length);
  network.kernels.doubles.set(parameters);
  network.load(mistakenData(spec.data, spec.mistakes, spec.seed), spec.split.train, 0, rows);
  return { network, loss: network.loss(0) };
}

/**
 * The loss before training against that of guessing: ln C for C classes, the variance for numbers; with more L2; and
 * whether units have a slope there: saturated ones hide how large the inputs are. Glorot & Bengio 2010.
 */
export const initialLoss = check({
  id: 'initialLoss',
  name: { en: 'Initial loss', zh: '初始损失' },
  run: (spec) => {
    const { data, shape, split } = spec;
    const classes = shape.sizes.at(-1) as number;
    const chance = shape.task === 'classes' ? Math.log(classes) : variance(data, split.train);
    const { network, loss: number } = begun(spec, { ...shape, l2: 0 });
    const flat = flatShare(network);
    const [least, most] = bounds[shape.task];
    const isNear = number >= least * chance && number <= most * chance;
    const rises = begun(spec, { ...shape, l2 }).loss > number;
    const found = shown(number);
    const guess = shape.task === 'classes' ? `ln ${classes} = ${shown(chance)}` : shown(chance);
    const isFlat = flat > mostFlat;
    const passed = isNear && rises && !isFlat;
    const good = {
      en: `The loss begins at ${found}, of the order of the ${guess} of guessing, and rises with L2.`,
      zh: `初始损失为 ${found}，与随机猜测的 ${guess} 同一数量级，并随 L2 增大。`,
    };
    const still = {
      en: 'The loss does not rise with L2: all weights are 0, or the penalty is missing.',
      zh: '损失不随 L2 增大：权重全为零，或缺少正则项。',
    };
    const far = {
      en: `The loss begins at ${found}; guessing gives ${guess}. Are the inputs or the weights too large?`,
      zh: `初始损失为 ${found}，而随机猜测为 ${guess}。输入或权重是否过大？`,
    };
    const saturated = {
      en: `${percent(flat)} of a layer’s values lie where the activation is flat. Are the inputs or the weights too large?`,
      zh: `某一层有 ${percent(flat)} 的值落在激活函数的平坦处。输入或权重是否过大？`,
    };
    const sentence = passed ? good : isFlat ? saturated : isNear ? still : far;
    return { passed, number: isFlat ? flat : number, sentence };
  },
  teaches: {
    en: 'Before it has seen anything, a network should be as unsure as a guess: with a larger loss it is sure, and wrong.',
    zh: '还没有学到任何东西时，网络应像猜测一样没有把握：损失更大，说明它很自信，却是错的。',
  },
});
