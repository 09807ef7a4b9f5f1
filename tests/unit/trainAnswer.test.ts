import { describe, expect, it } from 'vitest';
import { trainAnswer } from '../../src/cli/train/answer.ts';
import reference from '../reference/mlp.json' with { type: 'json' };

interface Run {
  readonly id: string;
  readonly losses: number[];
  readonly finalParameters: number[];
  readonly divergedAt?: number;
}
interface Printed {
  readonly loss: number;
  readonly gradient: number[];
  readonly runs: Run[];
}

const [item] = reference.cases as [(typeof reference.cases)[number]];
const network = {
  sizes: item.sizes,
  activation: item.activation,
  l2: item.l2,
  inputs: item.inputs,
  labels: item.labels,
  parameters: item.parameters,
};

const ask = (spec: unknown, language: 'en' | 'zh' = 'en') => {
  const { output, errors, code } = trainAnswer(typeof spec === 'string' ? spec : JSON.stringify(spec), language);
  return { errors, code, printed: (code === 0 ? JSON.parse(output) : undefined) as Printed };
};

describe('train', () => {
  it('prints loss and gradient, and the losses and final parameters of every optimizer', () => {
    const optimizers = item.training.map(({ optimizer, hyper }) => ({ id: optimizer, ...hyper }));
    const { printed, errors, code } = ask({ network, optimizers, steps: 20, batch: 'full' });
    expect([errors, code]).toEqual([[], 0]);
    expect(printed.loss).toBeCloseTo(item.loss, 12);
    item.gradient.forEach((value, i) => expect(printed.gradient[i]).toBeCloseTo(value, 12));
    expect(printed.runs.map(({ id }) => id)).toEqual(item.training.map(({ optimizer }) => optimizer));
    item.training.forEach(({ losses, finalParameters }, r) => {
      const run = printed.runs[r] as Run;
      losses.forEach((loss, s) => expect(run.losses[s]).toBeCloseTo(loss, 9));
      finalParameters.forEach((value, i) => expect(run.finalParameters[i]).toBeCloseTo(value, 9));
    });
  });

  it('fills in what is not given: six optimizers, random weights by the seed, 20 steps', () => {
    const { parameters: _, ...rest } = network;
    const { printed } = ask({ network: rest, seed: 3 });
    expect(printed.runs.map(({ losses }) => losses.length)).toEqual(Array.from({ length: 6 }, () => 20));
    expect(ask({ network: rest, seed: 3 }).printed).toEqual(printed);
    expect(ask({ network: rest, seed: 4 }).printed.loss).not.toBe(printed.loss);
    expect(ask({ network: { ...rest, initial: 'zero' } }).printed.loss).toBeCloseTo(Math.log(3), 12);
  });

  it('trains on batches, on numbers, with schedules and typed rules', () => {
    const { labels: _, ...rest } = network;
    const targets = item.inputs.map(([x = 0, y = 0]) => [x, y, x * y]);
    const optimizers = [{ id: 'mine', rule: 'v = mu*v - lr*g; x = x + v', lr: 0.02, mu: 0.9 }];
    const spec = {
      network: { ...rest, targets },
      optimizers,
      steps: 60,
      batch: 4,
      schedule: { kind: 'step', every: 5 },
    };
    const { printed, errors } = ask(spec);
    expect(errors).toEqual([]);
    expect(printed.runs[0]?.losses.at(-1)).toBeLessThan((printed.runs[0]?.losses[0] as number) / 2);
  });

  it('says at which step a run stopped being finite', () => {
    const { labels: _, ...rest } = network;
    const spec = {
      network: { ...rest, targets: item.inputs.map(() => [1, 2, 3]) },
      optimizers: [{ id: 'sgd', lr: 1e9 }],
      steps: 500,
    };
    const [run] = ask(spec).printed.runs as [Run];
    expect(run.losses).toHaveLength(run.divergedAt as number);
    expect(run.finalParameters.every((value) => typeof value === 'number')).toBe(true);
  });

  it.each([
    ['{', 'spec: expected JSON'],
    [[], 'network: expected an object, found null'],
    [
      { network: { ...network, sizes: [2, 0, 3] } },
      'network.sizes[1]: expected a whole number from 1 to 1000, found 0',
    ],
    [{ network: { ...network, sizes: [2] } }, 'network.sizes: expected 2 to 8 sizes, found [2]'],
    [{ network: { ...network, inputs: [[1, 2], [3]] } }, 'network.inputs[1]: expected a list of 2, found [3]'],
    [{ network: { ...network, inputs: [[1, null]] } }, 'network.inputs[0][1]: expected a finite number, found null'],
    [{ network: { ...network, inputs: [[1, 2]] } }, 'network.labels: expected a list of 1, found a list of 12'],
    [{ network: { ...network, labels: [7] } }, 'network.labels[0]: expected a whole number from 0 to 2, found 7'],
    [{ network: { ...network, parameters: [1, 2] } }, 'network.parameters: expected a list of 27, found [1, 2]'],
    [{ network: { ...network, sizes: [2, 900, 900, 3] } }, 'network: sizes: expected at most 20000 parameters, found'],
    [{ network, optimizers: [] }, 'optimizers: expected one that takes part, found none'],
  ])('refuses %j, and says why', (spec, sentence) => {
    const { errors, code } = ask(spec);
    expect(code).toBe(1);
    expect(errors.join('\n')).toContain(sentence);
    const { errors: chinese } = ask(spec, 'zh');
    expect(chinese).toHaveLength(errors.length);
  });

  it('says what it leaves out, and trains', () => {
    const { errors, code } = ask({ network: { ...network, activation: 'gelu', depth: 3 }, steps: -1, batch: 0 });
    expect(code).toBe(0);
    expect(errors).toHaveLength(4);
    for (const path of ['network.depth', 'network.activation', 'steps', 'batch'])
      expect(errors.join('\n')).toContain(`${path}: `);
  });
});
