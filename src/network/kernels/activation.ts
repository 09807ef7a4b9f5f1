import { advance, type Code, get, int, pair, set, whileAtLeast } from '../../formula/emit/code.ts';
import type { WasmFunction } from '../../formula/emit/module.ts';
import { activations } from '../activations/catalog.ts';
import { pairBytes } from './columns.ts';
import { clamped, exponential, most } from './exponential.ts';
import { Frame } from './frame.ts';

const { add, sub, mul, div } = pair;

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

const exp = (frame: Frame, z: number): Code => {
  const { reduce, scale, even, odd } = exponential(frame, z);
  const y = set(z, clamped(frame, get(z), most));
  return [...y, ...reduce, ...mul(scale, div(add(even, odd), sub(even, odd)))];
};

/** e^z for softmax, and the activations, each as it goes forward; then the slopes of the activations. */
export const activationKernels = (): WasmFunction[] => [
  inPlace('exp', exp),
  ...Object.entries(activations).flatMap(([id, { value, product }]) => [
    inPlace(id, value),
    backward(`${id}Slope`, product),
  ]),
];
