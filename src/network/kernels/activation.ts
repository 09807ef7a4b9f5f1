import { advance, type Code, get, int, pair, set, whileAtLeast } from '../../formula/emit/code.ts';
import type { WasmFunction } from '../../formula/emit/module.ts';
import { pairBytes } from './columns.ts';
import { exponential } from './exponential.ts';
import { Frame } from './frame.ts';

/** The slope of leaky relu left of 0. Maas, Hannun & Ng 2013, Rectifier nonlinearities improve neural network acoustic models. */
const leak = 0.01;
/** Beyond it e^z is infinite, or has lost digits. */
const most = 708;
/** tanh is ±1 beyond it. */
const saturated = 40;

const { add, sub, mul, div, larger, lesser } = pair;

/** z ← f(z) for every number from an address on. Params: the address, how many bytes. */
const inPlace = (name: string, value: (frame: Frame, z: number) => Code): WasmFunction => {
  const frame = new Frame();
  const [at, left] = frame.take(2) as [number, number];
  const z = frame.pair();
  return frame.function(
    name,
    whileAtLeast(get(left), 1, [
      ...set(z, pair.load(get(at))),
      ...pair.store(get(at), value(frame, z)),
      ...advance(at, int.of(pairBytes)),
      ...advance(left, int.of(-pairBytes)),
    ]),
  );
};

/** d ← d·f'(z), the slope written in a = f(z). Params: the addresses of d and a, how many bytes. */
const backward = (name: string, product: (frame: Frame, d: Code, a: Code) => Code): WasmFunction => {
  const frame = new Frame();
  const [d, a, left] = frame.take(3) as [number, number, number];
  return frame.function(
    name,
    whileAtLeast(get(left), 1, [
      ...pair.store(get(d), product(frame, pair.load(get(d)), pair.load(get(a)))),
      ...advance(d, int.of(pairBytes)),
      ...advance(a, int.of(pairBytes)),
      ...advance(left, int.of(-pairBytes)),
    ]),
  );
};

const clamped = (frame: Frame, x: Code, limit: number): Code =>
  larger(lesser(x, frame.constant(limit)), frame.constant(-limit));

const exp = (frame: Frame, z: number): Code => {
  const { reduce, scale, even, odd } = exponential(frame, z);
  const y = set(z, clamped(frame, get(z), most));
  return [...y, ...reduce, ...mul(scale, div(add(even, odd), sub(even, odd)))];
};

/** 1/(1 + e^−z). */
const sigmoid = (frame: Frame, z: number): Code => {
  const { reduce, scale, even, odd } = exponential(frame, z);
  const y = set(z, clamped(frame, pair.neg(get(z)), most));
  return [...y, ...reduce, ...div(sub(even, odd), add(sub(even, odd), mul(scale, add(even, odd))))];
};

/**
 * tanh z = n/(n + 2d) of e^2z − 1 = n/d, with d = even − odd and n = 2·scale·odd + (scale − 1)·d, which does not cancel
 * where z is small.
 */
const tanh = (frame: Frame, z: number): Code => {
  const { reduce, scale, even, odd } = exponential(frame, z);
  const [n, d] = frame.pairs(2) as [number, number];
  return [
    ...set(z, clamped(frame, add(get(z), get(z)), saturated)),
    ...reduce,
    ...set(d, sub(even, odd)),
    ...set(n, add(mul(scale, add(odd, odd)), mul(sub(scale, frame.constant(1)), get(d)))),
    ...div(get(n), add(get(n), add(get(d), get(d)))),
  ];
};

/** The activations, and e^z for softmax, each as it goes forward; then the slopes of the activations. */
export const activationKernels = (): WasmFunction[] => [
  inPlace('exp', exp),
  inPlace('tanh', tanh),
  inPlace('sigmoid', sigmoid),
  inPlace('relu', (frame, z) => larger(get(z), frame.constant(0))),
  inPlace('leaky', (frame, z) => larger(get(z), mul(frame.constant(leak), get(z)))),
  backward('tanhSlope', (frame, d, a) => mul(d, sub(frame.constant(1), mul(a, a)))),
  backward('sigmoidSlope', (frame, d, a) => mul(d, mul(a, sub(frame.constant(1), a)))),
  backward('reluSlope', (frame, d, a) => pair.and(d, pair.greater(a, frame.constant(0)))),
  backward('leakySlope', (frame, d, a) =>
    pair.select(d, mul(frame.constant(leak), d), pair.greater(a, frame.constant(0))),
  ),
];
