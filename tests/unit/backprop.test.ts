import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backprop, gradient } from '../../src/formula/backprop.ts';
import { build } from '../../src/formula/build.ts';
import { localDerivatives } from '../../src/formula/derivatives.ts';
import { Graph, type Node, reachable } from '../../src/formula/graph.ts';
import { interpret, values } from '../../src/formula/interpret.ts';
import { parse } from '../../src/formula/parse.ts';
import { programs } from './programs.ts';

/** Value and derivatives of a program at named inputs. */
const differentiate = (text: string, inputs: Record<string, number>): { value: number; by: Record<string, number> } => {
  const graph = new Graph();
  const nodes = new Map(Object.keys(inputs).map((name) => [name, graph.input(name)]));
  const root = build(graph, parse(text), nodes).result;
  const [value, ...by] = interpret([root, ...gradient(graph, root, [...nodes.values()])], inputs);
  return {
    value: value as number,
    by: Object.fromEntries(Object.keys(inputs).map((name, i) => [name, by[i] as number])),
  };
};

describe('worked by hand', () => {
  test('c = a + b; d = b + 1; e = c*d', () => {
    const { value, by } = differentiate('c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 });
    expect(value).toBe(6);
    expect(by).toEqual({ a: 2, b: 5 });
  });

  test('add distributes, max routes, multiply swaps', () => {
    const { by } = differentiate('2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 });
    expect(by).toEqual({ x: -8, y: 6, z: 2, w: 0 });
  });

  test.each([
    ['x^3', 12],
    ['x^4', 32],
    ['x^-1', -0.25],
    ['x^-2', -0.25],
    ['x^5', 80],
    ['x^2.5', 2.5 * 2 ** 1.5],
    ['2^x', 4 * Math.LN2],
    ['x^x', 4 * (Math.LN2 + 1)],
    ['sqrt(x)', 0.5 / Math.SQRT2],
    ['exp(2x)', 2 * Math.exp(4)],
    ['log(x)', 0.5],
    ['log2(x)', 0.5 / Math.LN2],
    ['log10(x)', 0.5 / Math.LN10],
    ['sin(x)', Math.cos(2)],
    ['cos(x)', -Math.sin(2)],
    ['tan(x)', 1 / Math.cos(2) ** 2],
    ['asin(x/4)', 0.25 / Math.sqrt(0.75)],
    ['acos(x/4)', -0.25 / Math.sqrt(0.75)],
    ['atan(x)', 0.2],
    ['atan2(x, 3)', 3 / 13],
    ['atan2(3, x)', -3 / 13],
    ['sinh(x)', Math.cosh(2)],
    ['cosh(x)', Math.sinh(2)],
    ['tanh(x)', 1 - Math.tanh(2) ** 2],
    ['sigmoid(x)', Math.exp(-2) / (1 + Math.exp(-2)) ** 2],
    ['softplus(x)', 1 / (1 + Math.exp(-2))],
    ['relu(x)', 1],
    ['hypot(x, 3)', 2 / Math.sqrt(13)],
    ['abs(-x)', 1],
    ['floor(x) + sign(x)', 0],
    ['pow(x, 3)', 12],
    ['1/x', -0.25],
  ])('d/dx %s at 2', (text, expected) => expect(differentiate(text, { x: 2 }).by['x']).toBeCloseTo(expected, 13));
});

describe('conventions', () => {
  test('max and min split the gradient equally at a tie', () => {
    expect(differentiate('max(x, y)', { x: 1, y: 1 }).by).toEqual({ x: 0.5, y: 0.5 });
    expect(differentiate('min(x, y)', { x: 1, y: 1 }).by).toEqual({ x: 0.5, y: 0.5 });
    expect(differentiate('3*max(x, y, z)', { x: 1, y: 1, z: 1 }).by).toEqual({ x: 1, y: 1, z: 1 });
    expect(differentiate('max(x, y, z)', { x: 1, y: 2, z: 2 }).by).toEqual({ x: 0, y: 0.5, z: 0.5 });
  });

  test.each([
    ['abs(x)', 0],
    ['sign(x)', 0],
    ['relu(x)', 0],
    ['floor(x)', 0],
    ['max(x, 0)', 0.5],
  ])('d/dx %s at 0 is %d', (text, expected) => expect(differentiate(text, { x: 0 }).by['x']).toBe(expected));

  test('the gradient at the tip of a cone is undefined, and said to be', () => {
    expect(differentiate('sqrt(x^2 + y^2)', { x: 0, y: 0 }).by).toEqual({ x: NaN, y: NaN });
  });

  test('a constant exponent never produces log', () => {
    const graph = new Graph();
    const x = graph.input('x');
    const root = build(graph, parse('x^2.5 + x^7'), new Map([['x', x]])).result;
    expect(reachable(gradient(graph, root, [x])).some((node) => node.op === 'log')).toBe(false);
    expect(differentiate('x^7', { x: -2 }).by['x']).toBe(7 * 64);
  });
});

describe('the graph', () => {
  const graph = new Graph();
  const inputs = new Map(['x', 'y'].map((name) => [name, graph.input(name)]));
  const nodeOf = (text: string): Node => build(graph, parse(text), inputs).result;

  test('shares what is the same', () => {
    expect(nodeOf('(x + y)*(y + x)').args[0]).toBe(nodeOf('x + y'));
    expect(nodeOf('x*y')).toBe(nodeOf('y*x'));
    expect(nodeOf('x^2')).toBe(nodeOf('x*x'));
  });

  test('folds constants and what is exact', () => {
    expect(nodeOf('2*3 + x*1 - 0')).toBe(nodeOf('6 + x'));
    expect(nodeOf('--x')).toBe(inputs.get('x'));
    expect(nodeOf('0*x').op).toBe('mul');
  });

  test('visits each node once: repeated squaring keeps its gradient small', () => {
    const text = Array.from({ length: 40 }, (_, i) => `v${i + 1} = v${i}*v${i}`).join('\n');
    const deep = new Graph();
    const x = deep.input('x');
    const root = build(deep, parse(text), new Map([['v0', x]])).result;
    const [slope] = gradient(deep, root, [x]) as [Node];
    expect(reachable([slope]).length).toBeLessThan(200);
    expect(interpret([slope], { x: 1 })).toEqual([2 ** 40]);
  });
});

const coordinate = fc.integer({ min: -194, max: 194 }).map((n) => n / 97);

test('10,000 random programs: gradients agree with central differences where smooth', () => {
  let compared = 0;
  fc.assert(
    fc.property(programs, coordinate, coordinate, (program, x, y) => {
      const graph = new Graph();
      const [nx, ny] = [graph.input('x'), graph.input('y')];
      const root = build(
        graph,
        program,
        new Map([
          ['x', nx],
          ['y', ny],
          ['a', graph.constant(0.7)],
        ]),
      ).result;
      const received = backprop(graph, root, [nx]);
      const slope = received.get(nx) ?? graph.constant(0);
      const at = (offset: number): number => interpret([root], { x: x + offset, y })[0] as number;
      const [analytic] = interpret([slope], { x, y }) as [number];
      const h = 1e-5;
      const estimates = [h, h / 2, h / 4].map((step) => (at(step) - at(-step)) / (2 * step));
      const oneSided = [(at(h) - at(0)) / h, (at(0) - at(-h)) / h];
      const differences = [...estimates, ...oneSided];
      const scale = Math.max(1, Math.abs(at(0)), ...differences.map(Math.abs));
      const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
      // Beyond 1e6 the rounding of an intermediate value, not the slope, decides a difference over 1e-5.
      const largest = Math.max(...[...values([root], { x, y }).values()].map(Math.abs));
      // sqrt(x − x), hypot(0, 0/x): flat as a whole, but through an operation without a derivative there.
      const locals = reachable([root]).flatMap((node) =>
        localDerivatives(graph, node, (argument) => argument.op !== 'constant'),
      );
      const steepest = Math.max(
        ...interpret(
          locals.filter((local) => local !== undefined),
          { x, y },
        ).map(Math.abs),
      );
      const smooth =
        steepest < 1e8 && differences.every(Number.isFinite) && largest < 1e6 && spread(differences) < 1e-3 * scale;
      if (!smooth) return;
      compared += 1;
      expect(Math.abs((estimates[1] as number) - analytic)).toBeLessThan(2e-3 * scale);
    }),
    { numRuns: 10_000, seed: 1 },
  );
  expect(compared).toBeGreaterThan(3000);
});
