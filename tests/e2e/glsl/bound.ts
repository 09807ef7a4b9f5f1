import { localDerivatives } from '../../../src/formula/derivatives.ts';
import { type Graph, type Node, reachable } from '../../../src/formula/graph.ts';
import { values } from '../../../src/formula/interpret.ts';
import type { Operation } from '../../../src/formula/operations.ts';

/** The spacing of float32 numbers at 1; a correctly rounded operation errs by at most half of it, relatively. */
const ulp = 2 ** -23;
/** Below this float32 numbers may become 0. */
const smallest = 2 ** -126;

type Own = (value: number, a: number, b: number) => number;

const exponential: Own = (value, a) => (3 + 2 * Math.abs(a)) * value;
const roundedOff: Own = (value) => 4 + Math.abs(value);

/**
 * The error that an operation itself may add, in ulps of 1, given its value and its arguments: what the GLSL ES 3.00
 * specification allows for the arithmetic, exp, log and pow (4.7.1), and 4 ulps of 1 for what the emitter builds of sin,
 * cos, and polynomials.
 */
const own: { readonly [op in Operation]?: Own } = {
  neg: () => 0,
  abs: () => 0,
  sign: () => 0,
  min: () => 0,
  max: () => 0,
  relu: () => 0,
  floor: () => 0,
  div: (value) => 2.5 * Math.abs(value),
  sqrt: (value) => 3 * value,
  hypot: (value) => 4 * value,
  exp: exponential,
  sinh: (_, a) => exponential(Math.cosh(a), a, 0),
  cosh: exponential,
  sigmoid: (value, a) => (5 + 2 * Math.abs(a)) * value,
  pow: (value, a, b) => (6 + 4 * Math.abs(b * Math.log2(Math.abs(a)))) * Math.abs(value),
  log: roundedOff,
  log2: roundedOff,
  log10: roundedOff,
  softplus: roundedOff,
  sin: roundedOff,
  cos: roundedOff,
  tan: (value) => 8 * (1 + value * value),
  asin: roundedOff,
  acos: roundedOff,
  atan: roundedOff,
  atan2: roundedOff,
  tanh: roundedOff,
};

const nearestInteger = (value: number): number => Math.abs(value - Math.round(value));

/** Where a rounding error can move an argument across a jump, the result can be on either side of it. */
const jump = (op: Node['op'], argument: number, error: number): number => {
  if (op === 'sign' && error > 0 && Math.abs(argument) <= error) return 2;
  return op === 'floor' && error > 0 && nearestInteger(argument) <= error ? 1 : 0;
};

/**
 * How far float32 may be from float64 at one point: a running error analysis over the graph, to first order. Each node
 * hands on the errors of its arguments times its local derivatives and adds its own. So the bound follows the formula's
 * condition: it is tight on a sum of squares and wide where large terms cancel. Inputs are exact float32 numbers.
 */
export function errorBound(graph: Graph, roots: readonly Node[]): (inputs: Record<string, number>) => number[] {
  const order = reachable(roots);
  const locals = new Map(order.map((node) => [node, localDerivatives(graph, node, () => true)]));
  const needed = [...roots, ...[...locals.values()].flat().filter((node) => node !== undefined)];
  return (inputs) => {
    const value = values(needed, inputs);
    const error = new Map<Node, number>();
    for (const node of order) {
      const exact = value.get(node) as number;
      const args = node.args.map((argument) => value.get(argument) as number);
      let total = 0;
      node.args.forEach((argument, i) => {
        const received = error.get(argument) as number;
        const local = locals.get(node)?.[i];
        if (received > 0 && local !== undefined) total += Math.abs(value.get(local) as number) * received;
        total += jump(node.op, args[i] as number, received);
      });
      if (node.op === 'constant') total = Math.fround(exact) === exact ? 0 : ulp * Math.abs(exact);
      else if (node.op !== 'input') {
        const ulps = own[node.op]?.(exact, args[0] as number, args[1] as number) ?? Math.abs(exact);
        total += ulps * ulp + (ulps > 0 ? smallest : 0);
      }
      error.set(node, total);
    }
    return roots.map((root) => error.get(root) as number);
  };
}
