import { describe, expect, it, test } from 'vitest';
import { kernels } from '../../src/network/kernels/kernels.ts';

const functions = {
  exp: Math.exp,
  tanh: Math.tanh,
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  relu: (z: number) => Math.max(z, 0),
  leaky: (z: number) => (z > 0 ? z : 0.01 * z),
} as const;
type Name = keyof typeof functions;
const names = Object.keys(functions) as Name[];

const { doubles, run } = kernels(1 << 20);

const applied = (name: Name, numbers: readonly number[]): number[] => {
  doubles.set(numbers);
  run[name](0, 8 * numbers.length);
  return [...doubles.slice(0, numbers.length)];
};

/** Numbers of every size from 1e-9 to 700, both signs. */
const spread = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 1 : -1) * 10 ** (-9 + (11.84 * i) / 20_000));

test.each(names)('%s is within 1e-14 of the exact value, relatively', (name) => {
  const results = applied(name, spread);
  const far = spread.filter((z, i) => {
    const exact = functions[name](z);
    return !(Math.abs((results[i] as number) - exact) <= 1e-14 * Math.abs(exact));
  });
  expect(far).toEqual([]);
});

test.each(names)('%s passes on what is not a number, and saturates without overflowing', (name) => {
  const [nan, , high, low] = applied(name, [NaN, 0, 1e4, -1e4]);
  expect(nan).toBeNaN();
  expect([high, low].every(Number.isFinite)).toBe(true);
});

describe('linear combinations of columns', () => {
  const at = 1000;

  it.each([2, 4, 6, 8, 10, 18, 34])('columns of %d samples', (stride) => {
    const [ins, outs] = [7, 3];
    const column = 8 * stride;
    const number = (i: number): number => Math.sin(7 * i + stride);
    for (let i = 0; i < 4000; i += 1) doubles[i] = number(i);
    const [a, w, b, out] = [0, at, 2 * at, 3 * at];
    run.affine(8 * out, column, 8 * a, column, 8 * w, 8 * ins, 8, 8 * b, 8, outs, ins, column);
    for (let o = 0; o < outs; o += 1)
      for (let s = 0; s < stride; s += 1) {
        let sum = number(b + o);
        for (let i = 0; i < ins; i += 1) sum += number(w + o * ins + i) * number(a + i * stride + s);
        expect(doubles[out + o * stride + s]).toBe(sum);
      }
    expect(doubles[out + outs * stride]).toBe(number(out + outs * stride));

    const [d, g] = [2 * at, 3 * at];
    for (let i = 0; i < 4000; i += 1) doubles[i] = number(i);
    run.products(8 * g, 8 * ins, 8 * d, column, 8 * a, column, outs, ins, column);
    for (let o = 0; o < outs; o += 1)
      for (let i = 0; i < ins; i += 1) {
        let sum = number(g + o * ins + i);
        for (let s = 0; s < stride; s += 1) sum += number(d + o * stride + s) * number(a + i * stride + s);
        expect(doubles[g + o * ins + i]).toBeCloseTo(sum, 12);
      }
    expect(doubles[g + outs * ins]).toBe(number(g + outs * ins));

    for (let i = 0; i < 4000; i += 1) doubles[i] = number(i);
    run.totals(8 * g, 8 * d, column, outs, column);
    for (let o = 0; o < outs; o += 1) {
      let sum = number(g + o);
      for (let s = 0; s < stride; s += 1) sum += number(d + o * stride + s);
      expect(doubles[g + o]).toBeCloseTo(sum, 12);
    }
  });
});
