import { describe, expect, it } from 'vitest';
import { Learner, type LearningRule } from '../../src/network/learner.ts';
import { Network, type Samples } from '../../src/network/network.ts';
import type { NetworkShape } from '../../src/network/shape.ts';
import { type RuleId, ruleOf } from '../../src/optimizers/catalog.ts';
import reference from './mlp.json' with { type: 'json' };

type Case = (typeof reference.cases)[number];

const shapeOf = ({ sizes, l2 }: Case): NetworkShape => ({ sizes, activation: 'tanh', task: 'classes', l2 });

const samplesOf = ({ inputs, labels }: Case): Samples => ({
  inputs: Float64Array.from(inputs.flat()),
  labels: Int32Array.from(labels),
  numbers: new Float64Array(0),
  rows: labels.length,
});

const inOrder = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, i) => i);

const ruleFor = (id: RuleId, values: Readonly<Record<string, number>>, variant?: string): LearningRule => {
  const { formula, variants, state, hyper } = ruleOf(id);
  const own = Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu');
  return { formula: variants[variant ?? '']?.formula ?? formula, state, hyper: own, values };
};

const expectNear = (actual: number | undefined, expected: number | undefined, within: number, what: string): void =>
  expect(
    Math.abs((actual ?? NaN) - (expected ?? NaN)) / Math.max(1, Math.abs(expected ?? NaN)),
    what,
  ).toBeLessThanOrEqual(within);

/** 20 full-batch steps from the case's parameters: the loss before each, and where they end. */
function train(item: Case, rule: LearningRule, { lr, mu = 0 }: { lr: number; mu?: number }) {
  const samples = samplesOf(item);
  const learner = new Learner(shapeOf(item), rule, samples.rows);
  learner.resume(learner.begin(Float64Array.from(item.parameters)));
  learner.network.load(samples, inOrder(samples.rows), 0, samples.rows);
  const losses = Array.from({ length: 20 }, () => learner.step(lr, mu));
  const [parameters, ...state] = learner.rest().columns;
  return { losses, parameters, state };
}

describe.each(reference.cases.map((item) => ({ sizes: item.sizes.join('-'), item })))(
  `${reference.source}: $sizes`,
  ({ item }) => {
    it('loss and gradient', () => {
      const samples = samplesOf(item);
      const network = new Network(shapeOf(item), samples.rows, 2 * item.parameters.length);
      const { doubles } = network.kernels;
      doubles.set(item.parameters);
      network.load(samples, inOrder(samples.rows), 0, samples.rows);
      expect(network.parameters).toBe(item.parameters.length);
      expectNear(network.gradient(0, network.parameters), item.loss, 1e-12, 'loss');
      item.gradient.forEach((value, i) => expectNear(doubles[network.parameters + i], value, 1e-12, `gradient ${i}`));
    });

    it('has all six optimizers', () => {
      expect(item.training.map(({ optimizer }) => optimizer)).toEqual(
        ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'], // prettier-ignore
      );
    });

    it.each(item.training)('20 steps of $optimizer', ({ optimizer, hyper, losses, finalParameters }) => {
      const values = hyper as unknown as Record<string, number> & { lr: number; mu?: number };
      const run = train(item, ruleFor(optimizer as RuleId, values), values);
      expect(losses).toHaveLength(20);
      losses.forEach((loss, s) => expectNear(run.losses[s], loss, 1e-9, `loss before step ${s + 1}`));
      finalParameters.forEach((value, i) => expectNear(run.parameters?.[i], value, 1e-9, `parameter ${i}`));
    });

    it('Nesterov with the gradient at the look-ahead point is the default there: x + mu·v', () => {
      const values = { lr: 0.05, mu: 0.9 };
      const ahead = train(item, ruleFor('nesterov', values, 'lookahead'), values);
      const own = train(item, ruleFor('nesterov', values), values);
      ahead.parameters?.forEach((value, i) =>
        expectNear(value + values.mu * (ahead.state[0]?.[i] ?? NaN), own.parameters?.[i], 1e-9, `parameter ${i}`),
      );
    });
  },
);
