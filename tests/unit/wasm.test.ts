import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradient } from '../../src/formula/backprop.ts';
import { build } from '../../src/formula/build.ts';
import { float64, signed, unsigned } from '../../src/formula/emit/bytes.ts';
import { compileLoop } from '../../src/formula/emit/wasm.ts';
import { Graph, type Node } from '../../src/formula/graph.ts';
import { interpretLoop, type Kernel, type Loop } from '../../src/formula/loop.ts';
import { parse } from '../../src/formula/parse.ts';
import type { Program } from '../../src/formula/syntax.ts';
import { programs } from './programs.ts';

const special = [0, -0, 1, -1, 0.5, -2.5, 3, 1e-300, 1e300, Infinity, -Infinity, NaN, Math.PI, 123456.789];

/** Value and gradient of a program over columns x and y, with an argument a. */
const loopOf = (program: Program): Loop => {
  const graph = new Graph();
  const [x, y] = [graph.input('x'), graph.input('y')];
  const value = build(
    graph,
    program,
    new Map([
      ['x', x],
      ['y', y],
      ['a', graph.input('a')],
    ]),
  ).result;
  const nodes: Record<string, Node> = { value };
  [nodes['gx'], nodes['gy']] = gradient(graph, value, [x, y]) as [Node, Node];
  const outputs = Object.entries(nodes).map(([name, node]) => ({ name, node, carried: false }));
  return { args: ['a'], inputs: ['x', 'y'], outputs, stopsAtNonFinite: false };
};

const outputsOf = (kernel: Kernel): Float64Array[] => {
  kernel.args[0] = 0.7;
  const count = special.length ** 2;
  special.forEach((x, i) => {
    special.forEach((y, j) => {
      (kernel.inputs['x'] as Float64Array)[i * special.length + j] = x;
      (kernel.inputs['y'] as Float64Array)[i * special.length + j] = y;
    });
  });
  expect(kernel.run(0, count)).toBe(count);
  return Object.values(kernel.outputs).map((column) => column.slice(0, count));
};

test('integers and floats are encoded as the specification says', () => {
  expect(unsigned(624485)).toEqual([0xe5, 0x8e, 0x26]);
  expect(signed(-123456)).toEqual([0xc0, 0xbb, 0x78]);
  expect([signed(0), signed(63), signed(64), signed(-64), signed(-65)]).toEqual([
    [0],
    [63],
    [0xc0, 0],
    [0x40],
    [0xbf, 0x7f],
  ]);
  expect(float64(1)).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
});

test('2,000 random programs at 196 points, infinities and NaN among them: the interpreter and WebAssembly agree to the bit', () => {
  fc.assert(
    fc.property(programs, (program) => {
      const loop = loopOf(program);
      expect(outputsOf(compileLoop(loop))).toEqual(outputsOf(interpretLoop(loop)));
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test.each([
  ['-x^2', -9],
  ['2^3^2', 512],
  ['2^-1', 0.5],
  ['2x', 6],
  ['max(x, 3)', 3],
  ['abs(x - 3)', 0],
  ['sign(x - 3) + sign(-x)', -1],
])('%s at 3 is %d', (text, expected) => {
  const kernel = compileLoop(loopOf(parse(text)));
  (kernel.inputs['x'] as Float64Array)[0] = 3;
  kernel.run(0, 1);
  expect(kernel.outputs['value']?.[0]).toBe(expected);
});

describe('loops', () => {
  const graph = new Graph();
  const [k, s, column] = ['k', 's', 'column'].map((name) => graph.input(name)) as [Node, Node, Node];
  const loop: Loop = {
    args: ['k'],
    inputs: ['column'],
    outputs: [
      { name: 's', node: graph.op('add', graph.op('mul', s, graph.op('exp', k)), column), carried: true },
      { name: 'before', node: s, carried: false },
      { name: 'seven', node: graph.constant(7), carried: false },
    ],
    stopsAtNonFinite: true,
  };

  test.each([
    ['WebAssembly', compileLoop],
    ['interpreter', interpretLoop],
  ])('%s carries values from row to row', (_, make) => {
    const kernel = make(loop);
    kernel.args[0] = Math.log(2);
    (kernel.inputs['column'] as Float64Array).fill(1);
    (kernel.outputs['s'] as Float64Array)[0] = 1;
    expect(kernel.run(1, 5)).toBe(5);
    expect(Array.from((kernel.outputs['s'] as Float64Array).subarray(0, 5), Math.round)).toEqual([1, 3, 7, 15, 31]);
    expect(Array.from((kernel.outputs['before'] as Float64Array).subarray(1, 4), Math.round)).toEqual([1, 3, 7]);
    expect(kernel.outputs['seven']?.[4]).toBe(7);
  });

  test.each([
    ['WebAssembly', compileLoop],
    ['interpreter', interpretLoop],
  ])('%s stops at the first row that is not finite', (_, make) => {
    const kernel = make(loop);
    kernel.args[0] = 0;
    (kernel.inputs['column'] as Float64Array).set([0, 1, 1e308, 1e308, 1]);
    (kernel.outputs['s'] as Float64Array)[4] = 0;
    expect(kernel.run(1, 5)).toBe(3);
    expect(kernel.outputs['s']?.[3]).toBe(Infinity);
    expect(kernel.outputs['s']?.[4]).toBe(0);
  });
});
