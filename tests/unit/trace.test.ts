import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf, parameterInput } from '../../src/engine/field.ts';
import { fieldCircuit } from '../../src/engine/circuit.ts';
import { gradient } from '../../src/formula/backprop.ts';
import { brokenCircuit, type Circuit, type Gate, programCircuit } from '../../src/formula/circuit.ts';
import { breaking } from '../../src/formula/derivatives.ts';
import { compileLoop } from '../../src/formula/emit/wasm.ts';
import { interpret } from '../../src/formula/interpret.ts';
import { at, type Trace, traceOf } from '../../src/formula/trace.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import { sharing, squaring } from './circuits.ts';
import { programs } from './programs.ts';

const traced = (program: string, inputs: Record<string, number>): Trace => traceOf(programCircuit(program), inputs);
const slopes = ({ named }: Trace): Record<string, number> =>
  Object.fromEntries([...named].map(([name, { gradient: slope }]) => [name, slope]));
const valueOf = ({ circuit, values }: Trace): number => at(values, circuit.result);
const gateOf = ({ gates }: Circuit, name: string): Gate => gates.find(({ names }) => names.includes(name)) as Gate;

describe('worked by hand', () => {
  test('c = a + b; d = b + 1; e = c·d at a = 2, b = 1: c = 3, d = 2, e = 6', () => {
    const trace = traced('c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 });
    expect(valueOf(trace)).toBe(6);
    // ∂e/∂c = d = 2, ∂e/∂d = c = 3; a gets 2·1; b gets 2·1 from c and 3·1 from d.
    expect(slopes(trace)).toEqual({ a: 2, b: 5, c: 2, d: 3, e: 1 });
    const { circuit, contributions } = trace;
    expect(gateOf(circuit, 'b').users.map((wire) => [wire.user.names, at(contributions, wire)])).toEqual([
      [['d'], 3],
      [['c'], 2],
    ]);
  });

  test('2(xy + max(z, w)) at 3, −4, 2, −1: multiply swaps, max routes', () => {
    const trace = traced('2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 });
    expect(valueOf(trace)).toBe(-20);
    expect(slopes(trace)).toEqual({ x: -8, y: 6, z: 2, w: 0 });
  });

  test('a sigmoid neuron: s = 2·(−1) + (−3)·(−2) − 3 = 1, σ(1)(1 − σ(1)) = 0.19661…', () => {
    const trace = traced('sigmoid(w0*x0 + w1*x1 + w2)', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 });
    const s = 0.19661193324148185;
    expect(valueOf(trace)).toBeCloseTo(0.7310585786300049, 15);
    const by = slopes(trace);
    // ∂s/∂w0 = x0 = −1, ∂s/∂x0 = w0 = 2, ∂s/∂w1 = x1 = −2, ∂s/∂x1 = w1 = −3, ∂s/∂w2 = 1.
    for (const [name, factor] of Object.entries({ w0: -1, x0: 2, w1: -2, x1: -3, w2: 1 }))
      expect(by[name]).toBeCloseTo(factor * s, 15);
  });

  test('a norm: n = √(9 + 16) = 5, so x/n = 0.6 and y/n = 0.8', () => {
    const trace = traced('q = x^2 + y^2; n = sqrt(q)', { x: 3, y: 4 });
    // ∂n/∂q = 0.5/5 = 0.1; each square hands 0.1·2x down.
    expect(slopes(trace)).toEqual({ x: 0.6000000000000001, y: 0.8, q: 0.1, n: 1 });
  });

  test('softplus at 0: log 2, slope σ(0) = 1/2, times 3', () => {
    const trace = traced('3*softplus(x)', { x: 0 });
    expect(valueOf(trace)).toBeCloseTo(3 * Math.LN2, 15);
    expect(slopes(trace)).toEqual({ x: 1.5 });
  });

  test('a tie of three: max hands a third of 6 to each', () => {
    expect(slopes(traced('6*max(x, y, z)', { x: 2, y: 2, z: 2 }))).toEqual({ x: 2, y: 2, z: 2 });
  });

  test('|x|·y at x = 0: abs′(0) = 0, and y gets |0| = 0', () => {
    expect(slopes(traced('abs(x)*y', { x: 0, y: 7 }))).toEqual({ x: 0, y: 0 });
  });

  test('a shared sub-expression: s = x + y is one gate with two users, s·s + s at 1, 2', () => {
    const trace = traced('s = x + y; s*s + s', { x: 1, y: 2 });
    // s = 3: 9 + 3 = 12; s gets 1 from the sum and 3 + 3 from the square.
    expect(valueOf(trace)).toBe(12);
    expect(slopes(trace)).toEqual({ x: 7, y: 7, s: 7 });
    const arrived = gateOf(trace.circuit, 's').users.map((wire) => at(trace.contributions, wire));
    expect(arrived).toEqual([1, 3, 3]);
  });

  test('x^x at 2: 4, and x gets 2·2^1 = 4 as base and 4·log 2 as exponent', () => {
    const trace = traced('x^x', { x: 2 });
    expect(trace.circuit.result.args.map((wire) => at(trace.contributions, wire))).toEqual([4, 4 * Math.LN2]);
    expect(slopes(trace)['x']).toBeCloseTo(6.772588722239782, 14);
  });

  test('atan2(y, x) at y = 1, x = 2: x/(x² + y²) = 0.4 and −y/(x² + y²) = −0.2', () => {
    expect(slopes(traced('atan2(y, x)', { y: 1, x: 2 }))).toEqual({ y: 0.4, x: -0.2 });
  });

  test('repeated squaring: x^8 at 1.5, y″ = x⁴ gets 2x⁴ = 10.125, x gets 8x⁷ = 136.6875', () => {
    const trace = traced('p = x*x; q = p*p; q*q', { x: 1.5 });
    expect(valueOf(trace)).toBe(25.62890625);
    // q = 5.0625 gets 2q; p = 2.25 gets 2q·2p = 45.5625; x gets 45.5625·2x.
    expect(slopes(trace)).toEqual({ x: 136.6875, p: 45.5625, q: 10.125 });
  });

  test('a quotient like softmax: a/(a + b) at a = 1, b = 3', () => {
    const trace = traced('s = a + b; a/s', { a: 1, b: 3 });
    // ∂/∂s = −a/s² = −1/16; a gets 1/s = 1/4 and −1/16, b only −1/16.
    expect(slopes(trace)).toEqual({ a: 0.1875, b: -0.0625, s: -0.0625 });
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
      const { circuit, gradients, contributions } = traceOf(programCircuit(program), { x, y, a: 0.7 });
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
