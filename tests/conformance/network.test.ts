import { describe, expect, it, test } from 'vitest';
import { build } from '../../src/formula/build.ts';
import { compileLoop } from '../../src/formula/emit/wasm.ts';
import { Graph } from '../../src/formula/graph.ts';
import { interpret } from '../../src/formula/interpret.ts';
import { interpretLoop } from '../../src/formula/loop.ts';
import { type Activation, activations } from '../../src/network/activations/catalog.ts';
import { parse } from '../../src/formula/parse.ts';
import { gradientErrors } from '../../src/network/differences.ts';
import { initialParameters } from '../../src/network/initial.ts';
import { Learner } from '../../src/network/learner.ts';
import { Network, type Samples } from '../../src/network/network.ts';
import { shuffled, stream } from '../../src/network/random.ts';
import { type Convolution, convolved, layersOf, type NetworkShape, parameterCount } from '../../src/network/shape.ts';
import { rules } from '../../src/optimizers/catalog.ts';

const names = Object.keys(activations) as Activation[];

/** Random samples for a shape; their classes and numbers have nothing to do with them. */
const samplesFor = ({ sizes, task }: NetworkShape, rows: number): Samples => {
  const { normal, below } = stream(3, 'data');
  const outputs = sizes.at(-1) as number;
  return {
    inputs: Float64Array.from({ length: rows * (sizes[0] as number) }, normal),
    labels: Int32Array.from({ length: task === 'classes' ? rows : 0 }, () => below(outputs)),
    numbers: Float64Array.from({ length: task === 'numbers' ? rows * outputs : 0 }, normal),
    rows,
  };
};

const inOrder = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, i) => i);

/** Parameters at random places, biases too, so that no gradient is 0 by symmetry. */
const parametersFor = (shape: NetworkShape): Float64Array => {
  const { normal } = stream(5, 'initial');
  return Float64Array.from({ length: parameterCount(layersOf(shape)) }, () => 0.5 * normal());
};

const loaded = (shape: NetworkShape, rows: number): Network => {
  const parameters = parametersFor(shape);
  const network = new Network(shape, rows, 2 * parameters.length);
  network.kernels.doubles.set(parameters);
  network.load(samplesFor(shape, rows), inOrder(rows), 0, rows);
  return network;
};

const convolutions: Convolution[] = [
  { side: 8, filters: 3, size: 3, stride: 1 },
  { side: 8, filters: 2, size: 5, stride: 1 },
  { side: 9, filters: 2, size: 3, stride: 2 },
  { side: 7, filters: 5, size: 3, stride: 1 },
];

describe('gradient by backpropagation against central differences', () => {
  const shapes = names.flatMap((activation): NetworkShape[] => [
    { sizes: [3, 7, 5, 4], activation, task: 'classes', l2: 0.01 },
    { sizes: [2, 6, 2], activation, task: 'numbers', l2: 0 },
    ...convolutions.map((convolution): NetworkShape => ({
      sizes: [convolution.side ** 2, 6, 3],
      activation,
      task: 'classes',
      l2: 0.001,
      convolution,
    })),
  ]);
  const title = ({ sizes, activation, task, convolution }: NetworkShape): string =>
    `${sizes.join('-')} ${activation} ${task}${convolution ? ` ${convolution.size}×${convolution.size}/${convolution.stride}` : ''}`;

  it.each(shapes.map((shape) => [title(shape), shape] as const))('%s', (_, shape) => {
    const network = loaded(shape, 7);
    const errors = gradientErrors(network, 0, network.parameters);
    expect(errors).toHaveLength(network.layers.length);
    for (const { layer, error } of errors) {
      expect(error, `layer ${layer}`).toBeLessThan(1e-7);
      expect(error, `layer ${layer}`).toBeGreaterThan(0);
    }
  });
});

/** The outputs before softmax of one sample, as the definition reads. */
function forwardByHand(shape: NetworkShape, parameters: Float64Array, sample: Float64Array): number[] {
  const graph = new Graph();
  const formula = build(graph, parse(activations[shape.activation].formula), new Map([['z', graph.input('z')]])).result;
  const f = (z: number): number => interpret([formula], { z })[0] as number;
  const layers = layersOf(shape);
  let values = [...sample];
  layers.forEach(({ kind, ins, outs, weights, biases }, l) => {
    const unit = (o: number, inputs: readonly number[]): number =>
      inputs.reduce((sum, value, i) => sum + value * (parameters[weights + o * ins + i] as number), parameters[biases + o] as number); // prettier-ignore
    if (kind === 'dense') {
      const last = l === layers.length - 1;
      values = Array.from({ length: outs }, (_, o) => (last ? unit(o, values) : f(unit(o, values))));
      return;
    }
    const { side, size, stride } = shape.convolution as Convolution;
    const { pooled } = convolved(shape.convolution as Convolution);
    const patch = (y: number, x: number): number[] =>
      Array.from({ length: size * size }, (_, k) => values[(y * stride + Math.floor(k / size)) * side + x * stride + (k % size)] as number); // prettier-ignore
    values = Array.from({ length: outs * pooled * pooled }, (_, at) => {
      const [o, place] = [Math.floor(at / pooled ** 2), at % pooled ** 2];
      const [y, x] = [2 * Math.floor(place / pooled), 2 * (place % pooled)];
      return Math.max(...[0, 1, 2, 3].map((k) => f(unit(o, patch(y + (k >> 1), x + (k & 1))))));
    });
  });
  return values;
}

test.each(names.flatMap((activation) => convolutions.map((convolution) => ({ activation, convolution }))))(
  '$activation with a $convolution.size×$convolution.size convolution: the outputs are those of the definition',
  ({ activation, convolution }) => {
    const sizes = [convolution.side ** 2, 4, 3];
    const shape: NetworkShape = { sizes, activation, task: 'classes', l2: 0, convolution };
    const rows = 5;
    const network = loaded(shape, rows);
    network.forward(0);
    const at = network.valuesOf(network.layers.length - 1);
    const { inputs } = samplesFor(shape, rows);
    for (let s = 0; s < rows; s += 1)
      forwardByHand(
        shape,
        parametersFor(shape),
        inputs.subarray(s * (sizes[0] as number), (s + 1) * (sizes[0] as number)),
      ).forEach((value, o) => expect(network.kernels.doubles[at + o * network.stride + s]).toBeCloseTo(value, 12));
  },
);

describe('a rule over n parameters: the interpreter equals WebAssembly to the bit', () => {
  const cases = rules.flatMap((rule) =>
    [['default', rule.formula] as const, ...Object.entries(rule.variants).map(([name, { formula }]) => [name, formula] as const)].map(
      ([variant, formula]) => ({ title: `${rule.id} × ${variant}`, rule, formula }),
    ),
  ); // prettier-ignore
  const shape: NetworkShape = { sizes: [2, 5, 3], activation: 'tanh', task: 'classes', l2: 0.01 };

  it.each(cases)('$title', ({ rule, formula }) => {
    const hyper: Readonly<Record<string, { initial: number }>> = rule.hyper;
    const initial = (name: string): number => hyper[name]?.initial ?? 0;
    const own = Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu');
    const values = Object.fromEntries(own.map((name) => [name, initial(name)]));
    const program = { formula, state: rule.state, hyper: own, values };
    const trained = (compile: typeof compileLoop) => {
      const learner = new Learner(shape, program, 9, { compile });
      learner.resume(learner.begin(initialParameters(shape, 'xavier', 1)));
      const samples = samplesFor(shape, 9);
      const order = shuffled(9, stream(1, 'batches'));
      const losses = Array.from({ length: 30 }, (_, s) => {
        learner.network.load(samples, order, (3 * s) % 9, 3);
        return learner.step(initial('lr'), initial('mu'));
      });
      return { losses, state: learner.rest() };
    };
    const emitted = trained(compileLoop);
    const interpreted = trained((loop, place, memory) => interpretLoop(loop, place, memory?.buffer as ArrayBuffer));
    expect(emitted).toEqual(interpreted);
    expect(emitted.losses.at(-1)).not.toBe(emitted.losses[0]);
    expect(emitted.state.columns).toHaveLength(1 + rule.state.length);
  });
});
