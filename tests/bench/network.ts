import { Learner } from '../../src/network/learner.ts';
import { ruleOf } from '../../src/optimizers/catalog.ts';
import { median } from './interleaved.ts';
import { epochOfUnits, unitsOf } from './objects.ts';
import { trainingByTensors } from './tensors.ts';

/**
 * Prints as JSON how many epochs per second a 2-8-8-1 tanh network trains on 300 points, full batch, and how many times
 * as many that is as with an object per unit and with TensorFlow.js on its CPU backend: the median over interleaved
 * rounds, so that all see the same machine.
 */
const sizes = [2, 8, 8, 1];
const rows = 300;
const lr = 0.05;
const rounds = 300;

/** Numbers that look random and are always the same. */
const wave = (i: number): number => Math.sin(12.9898 * i) * Math.cos(78.233 * i);

const inputs = Array.from({ length: rows }, (_, s) => [wave(2 * s + 1), wave(2 * s + 2)]);
const wanted = inputs.map(([x = 0, y = 0]) => Math.sin(3 * x) * y);
const parameters = Array.from({ length: 2 * 8 + 8 + 8 * 8 + 8 + 8 + 1 }, (_, i) => wave(i + 1000));

const learner = new Learner(
  { sizes, activation: 'tanh', task: 'numbers', l2: 0 },
  { formula: ruleOf('sgd').formula, state: [], hyper: [], values: {} },
  rows,
);
const order = Int32Array.from({ length: rows }, (_, i) => i);
const samples = {
  inputs: Float64Array.from(inputs.flat()),
  labels: new Int32Array(0),
  numbers: Float64Array.from(wanted),
  rows,
};
learner.resume(learner.begin(Float64Array.from(parameters)));
const units = unitsOf(sizes, parameters);

/** One epoch of each, the batch brought in anew as it is in training. */
const ways = {
  ours: () => {
    learner.network.load(samples, order, 0, rows);
    return learner.step(lr, 0);
  },
  objects: () => epochOfUnits(units, inputs, wanted, lr),
  tensors: trainingByTensors(sizes, parameters, inputs, wanted, lr),
} as const;

/** Milliseconds per epoch, over so many of them. */
const timed = (epoch: () => number, epochs: number): number => {
  const before = performance.now();
  for (let i = 0; i < epochs; i += 1) epoch();
  return (performance.now() - before) / epochs;
};

// All three must learn the same, or the comparison says nothing.
for (let epoch = 0; epoch < 200; epoch += 1) {
  const [ours, objects, tensors] = [ways.ours(), ways.objects(), ways.tensors()];
  if (!(Math.abs(ours - objects) < 1e-9 && Math.abs(ours - tensors) < 1e-4))
    throw new Error(`epoch ${epoch}: losses ${ours}, ${objects}, ${tensors}`);
}
timed(ways.ours, 5000);
timed(ways.objects, 500);
// Rounds of a millisecond or two each: most of them are over before another program gets its turn.
const times = Array.from({ length: rounds }, () => ({
  ours: timed(ways.ours, 10),
  objects: timed(ways.objects, 1),
  tensors: timed(ways.tensors, 1),
}));
const [ours, objects, tensors] = (['ours', 'objects', 'tensors'] as const).map((way) =>
  median(times.map((time) => time[way])),
) as [number, number, number];
process.stdout.write(JSON.stringify({ epochs: 1000 / ours, overObjects: objects / ours, overTensors: tensors / ours }));
