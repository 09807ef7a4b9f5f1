import { gradientErrors } from '../differences.ts';
import { mistakenData } from '../mistakes.ts';
import { Network } from '../network.ts';
import { stream } from '../random.ts';
import { startOf } from '../train/start.ts';
import { check, shown } from './check.ts';

const samples = 8;
/** Parameters of a layer that are compared. */
const most = 200;
/** Well above the rounding errors of central differences, far below any mistake. */
const limit = 1e-5;
/** Biases are moved by about this much: at 0, a patch without ink would lie on relu's kink, where there is no slope. */
const moved = 0.1;

/** Backpropagation against central differences, ‖g − n‖/(‖g‖ + ‖n‖) per layer, on a few samples. */
export const gradient = check({
  id: 'gradient',
  name: { en: 'Gradient check', zh: '梯度检验' },
  run: (spec) => {
    const parameters = startOf(spec);
    const { normal } = stream(spec.seed, 'check');
    const network = new Network(spec.shape, samples, 2 * parameters.length, spec.mistakes);
    for (const { biases, outs } of network.layers)
      for (let i = biases; i < biases + outs; i += 1) parameters[i] = (parameters[i] as number) + moved * normal();
    network.kernels.doubles.set(parameters);
    const data = mistakenData(spec.data, spec.mistakes, spec.seed);
    network.load(data, spec.split.train, 0, Math.min(samples, spec.split.train.length));
    const layers = gradientErrors(network, 0, parameters.length, most).map(({ error }) => error);
    const worst = layers.indexOf(Math.max(...layers));
    const number = layers[worst] ?? NaN;
    const passed = layers.every((error) => error < limit);
    const found = shown(number, 2);
    const sentence = passed
      ? {
          en: `The gradient agrees with central differences: relative error at most ${found}.`,
          zh: `梯度与中心差分一致：相对误差不超过 ${found}。`,
        }
      : {
          en: `The gradient of layer ${worst + 1} is wrong: relative error ${found}, expected below ${limit}.`,
          zh: `第 ${worst + 1} 层的梯度有误：相对误差 ${found}，应小于 ${limit}。`,
        };
    return { passed, number, layers, sentence };
  },
  teaches: {
    en: 'A slope measured by moving each weight a little must be the one that backpropagation computes.',
    zh: '把每个权重稍微移动一点测得的斜率，必须等于反向传播算出的梯度。',
  },
});
