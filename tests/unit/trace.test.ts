import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf, parameterInput } from '../../src/engine/field.ts';
import { fieldCircuit } from '../../src/engine/circuit.ts';
import { gradient } from '../../src/formula/backprop.ts';
import { brokenCircuit, type Circuit, type Gate, programCircuit } from '../../src/formula/circuit.ts';
import { breaking } from '../../src/formula/derivatives.ts';
import { compileLoop } from '../../src/formula/emit/wasm.ts';
import { interpret } from '../../src/formula/interpret.ts';
import { pathCounts } from '../../src/formula/paths.ts';
import { at, forward, type Trace, traceOf } from '../../src/formula/trace.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import { sharing, squaring } from './circuits.ts';
import { programs } from './programs.ts';
import { worked } from './worked.ts';

const traced = (program: string, inputs: Record<string, number>): Trace => traceOf(programCircuit(program), inputs);
const slopes = ({ named }: Trace): Record<string, number> =>
  Object.fromEntries([...named].map(([name, { gradient: slope }]) => [name, slope]));
const valueOf = ({ circuit, values }: Trace): number => at(values, circuit.result);
const gateOf = ({ gates }: Circuit, name: string): Gate => gates.find(({ names }) => names.includes(name)) as Gate;

describe('worked by hand', () => {
  test.each(worked)('$title: $program', ({ program, inputs, value, gradients, paths }) => {
    const trace = traced(program, inputs);
    expect(valueOf(trace)).toBeCloseTo(value, 14);
    const found = slopes(trace);
    expect(Object.keys(found).sort()).toEqual(Object.keys(gradients).sort());
    for (const [name, expected] of Object.entries(gradients)) expect(found[name], name).toBeCloseTo(expected, 13);
    expect(Object.fromEntries(pathCounts(trace.circuit))).toEqual(paths);
  });

  test('contributions pile up: b gets 3 from d and 2 from c', () => {
    const { circuit, contributions } = traced('c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 });
    expect(gateOf(circuit, 'b').users.map((wire) => [wire.user.names, at(contributions, wire)])).toEqual([
      [['d'], 3],
      [['c'], 2],
    ]);
  });

  test('a shared part is one gate: it gets 1 from the sum, and 3 and 3 from the square', () => {
    const { circuit, contributions } = traced('s = x + y; s*s + s', { x: 1, y: 2 });
    expect(gateOf(circuit, 's').users.map((wire) => at(contributions, wire))).toEqual([1, 3, 3]);
  });

  test('x^x hands 4 to its base and 4·log 2 to its exponent, which are the same gate', () => {
    const { circuit, contributions } = traced('x^x', { x: 2 });
    expect(circuit.result.args.map((wire) => at(contributions, wire))).toEqual([4, 4 * Math.LN2]);
  });
});

describe('the circuit', () => {
  test('inputs in order of first use, names, and layers both ways', () => {
    const circuit = programCircuit('c = a + b; d = b + 1; e = c*d; f = c; e + 0*q');
    expect([...circuit.inputs.keys()]).toEqual(['a', 'b', 'q']);
    expect(gateOf(circuit, 'c').names).toEqual(['c', 'f']);
    const layers = (name: string) => {
      const { forward, backward } = gateOf(circuit, name);
      return [forward, backward];
    };
    expect(['a', 'b', 'c', 'd', 'e'].map(layers)).toEqual([
      [0, 3],
      [0, 3],
      [1, 2],
      [1, 2],
      [2, 1],
    ]);
    for (const { user, argument } of circuit.wires) {
      expect(argument.forward).toBeLessThan(user.forward);
      expect(argument.backward).toBeGreaterThan(user.backward);
      expect(argument.index).toBeLessThan(user.index);
    }
  });

  test('constants are asked for no derivative; what the result does not use has gradient 0', () => {
    const trace = traced('u = p + q; 2x', { x: 3, p: 1, q: 2 });
    expect(Object.fromEntries(trace.named)).toEqual({
      p: { value: 1, gradient: 0 },
      q: { value: 2, gradient: 0 },
      x: { value: 3, gradient: 2 },
      u: { value: 3, gradient: 0 },
    });
    const constant = trace.circuit.gates.find(({ node }) => node.op === 'constant') as Gate;
    expect(at(trace.gradients, constant)).toBeNaN();
  });

  test('a name that is both input and assigned stands for the input', () => {
    const trace = traced('v = 0.5*v + g; v*v', { v: 2, g: 1 });
    expect(trace.named.get('v')).toEqual({ value: 2, gradient: 2 });
  });

  test('64 squarings: 65 gates', () => {
    const trace = traced(squaring(64), { x: 1 });
    expect(trace.circuit.gates).toHaveLength(65);
    expect(slopes(trace)['x']).toBe(2 ** 64);
  });
});

const coordinate = fc.integer({ min: -194, max: 194 }).map((n) => n / 97);
const subnormal = 2 ** -1022;

test('2,000 random programs: contributions, in order of arrival, add up to the gradient to the bit', () => {
  let sums = 0;
  fc.assert(
    fc.property(fc.oneof(programs, sharing), coordinate, coordinate, (program, x, y) => {
      const { circuit, values, gradients, contributions } = traceOf(programCircuit(program), { x, y, a: 0.7 });
      expect(forward(circuit, { x, y, a: 0.7 })).toEqual(values);
      for (const gate of circuit.gates) {
        if (!gate.active || gate.users.length === 0) continue;
        const arrived = gate.users.flatMap((wire) => {
          const half = circuit.handed.get(wire)?.share === 0.5;
          if (half && wire.position === 1) return [];
          return at(contributions, wire) * (half ? 2 : 1);
        });
        const gradientHere = at(gradients, gate);
        const sum = arrived.reduce((total, one) => total + one);
        // Half of a subnormal number may not exist.
        if (arrived.some((one) => one !== 0 && Math.abs(one) < subnormal)) continue;
        if (arrived.length > 1) sums += 1;
        expect(sum + 0).toBe(gradientHere + 0);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(sums).toBeGreaterThan(1000);
});

/** ∂result/∂inputs of a circuit as WebAssembly computes it. */
const emitted = (
  { graph, result, inputs }: Circuit,
  given: Record<string, number>,
  derive?: ReturnType<typeof breaking>,
) => {
  const nodes = gradient(graph, result.node, [...inputs.values()], derive);
  const kernel = compileLoop({
    args: [...inputs.values()].map(({ name }) => name as string),
    inputs: [],
    outputs: nodes.map((node, i) => ({ name: `${i}`, node, carried: false })),
    stopsAtNonFinite: false,
  });
  [...inputs.keys()].forEach((name, i) => (kernel.args[i] = given[name] as number));
  kernel.run(0, 1);
  return nodes.map((_, i) => kernel.outputs[`${i}`]?.[0]);
};

describe('one differentiation for all', () => {
  const program = 'c = a + b; d = b + 1; e = c*d';
  const point = { a: 2, b: 1 };

  test('a falsified local derivative shows in the interpreter, in WebAssembly and in the trace alike', () => {
    const whole = programCircuit(program);
    const gate = gateOf(whole, 'd').node;
    const derive = breaking(gate, -1);
    const { graph, result, inputs } = whole;
    const sound = traceOf(whole, point);
    expect(emitted(whole, point)).toEqual([2, 5]);
    // d hands −3 instead of 3 to b.
    expect(interpret(gradient(graph, result.node, [...inputs.values()], derive), point)).toEqual([2, -1]);
    expect(emitted(whole, point, derive)).toEqual([2, -1]);
    const broken = traceOf(brokenCircuit(whole, gateOf(whole, 'd').index, -1), point);
    expect(slopes(broken)).toEqual({ ...slopes(sound), b: -1 });
    expect(broken.values).toEqual(sound.values);
  });

  test('one argument can be broken alone, and a square is then no longer handed down at once', () => {
    const whole = programCircuit('x*x');
    const { graph, result, inputs } = whole;
    const by = (derive: ReturnType<typeof breaking>) =>
      interpret(gradient(graph, result.node, [...inputs.values()], derive), { x: 3 });
    expect(by(breaking(result.node, 2))).toEqual([12]);
    expect(by(breaking(result.node, 2, 0))).toEqual([9]);
    expect(by(breaking(result.node, 0, 1))).toEqual([3]);
  });

  test.each(surfaces.map((surface) => [surface.id, surface] as const))(
    '%s: the trace’s gradients are the nodes that the engine runs',
    (_, { formula, params, starts }) => {
      const field = fieldOf(formula, Object.keys(params));
      const circuit = fieldCircuit(field);
      expect(circuit.graph).toBe(field.graph);
      expect(circuit.result.node).toBe(field.value);
      expect(circuit.received.get(field.graph.input('x'))).toBe(field.gx);
      expect(circuit.received.get(field.graph.input('y'))).toBe(field.gy);
      const values = Object.fromEntries(Object.entries(params).map(([name, { initial }]) => [name, initial]));
      const [[x, y]] = starts as [[number, number]];
      const trace = traceOf(circuit, { x, y, ...values });
      const { loss, gx, gy } = field.at(values, x, y);
      expect([valueOf(trace), slopes(trace)['x'], slopes(trace)['y']]).toEqual([loss, gx, gy]);
      for (const name of Object.keys(params)) expect(circuit.inputs.get(name)?.name).toBe(parameterInput(name));
    },
  );
});
