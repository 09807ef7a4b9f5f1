import { describe, expect, test } from 'vitest';
import { checkGradient, checkInput, defaultStep, passes } from '../../src/engine/check/check.ts';
import { errorCurve } from '../../src/engine/check/curve.ts';
import { whyUndefined } from '../../src/engine/check/why.ts';
import { brokenCircuit, programCircuit } from '../../src/formula/circuit.ts';
import { type Trace, traceOf } from '../../src/formula/trace.ts';

const traced = (program: string, inputs: Record<string, number>): Trace => traceOf(programCircuit(program), inputs);
const verdict = (program: string, inputs: Record<string, number>, name = 'x') =>
  checkInput(traced(program, inputs), name).verdict;

describe('smooth formulas', () => {
  test.each([
    ['c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 }],
    ['2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 }],
    ['sigmoid(w0*x0 + w1*x1 + w2)', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 }],
    ['sqrt(x^2 + y^2)', { x: 3, y: 4 }],
    ['x^x', { x: 2 }],
    ['atan2(y, x)', { y: 1, x: 2 }],
    ['a/(a + b)', { a: 1, b: 3 }],
    ['0*x + y', { x: 1, y: 2 }],
    ['cos(x)', { x: 0 }],
    ['exp(-x^2)', { x: 9 }],
  ])('%s', (program, inputs) => {
    for (const check of checkGradient(traced(program, inputs))) expect(check.verdict).toBe('good');
  });

  test('where the function changes over short lengths, the step is shorter', () => {
    for (const [program, x] of [
      ['1/x', 1e-4],
      ['log(x)', 1e-9],
    ] as const) {
      const check = checkInput(traced(program, { x }), 'x');
      expect(check.verdict).toBe('good');
      expect(check.h).toBeLessThan(x);
      expect(check.h).toBeLessThan(defaultStep(x));
    }
  });

  test('a slope of 0 that differences only approach passes', () => {
    expect(verdict('x^3', { x: 0 })).toBe('limit');
    const cube = programCircuit('x^3 + 1e-3*x');
    expect(checkInput(traceOf(brokenCircuit(cube, cube.result.index, 2), { x: 0 }), 'x').verdict).toBe('wrong');
  });

  test('a slope that rounding hides passes, and says so', () => {
    const check = checkInput(traced('1e8 + 1e-5*sin(x)', { x: 1 }), 'x');
    expect(check.verdict).toBe('limit');
    expect(Math.abs(check.analytic - check.central)).toBeLessThanOrEqual(check.uncertainty);
  });
});

describe('kinks', () => {
  test.each([
    ['abs(x)', 0],
    ['relu(x)', 0],
    ['max(x, 0)', 0],
    ['min(3x, x)', 0],
    ['floor(x)', 2],
    ['sign(x)', 0],
    ['x*floor(x)', 2],
  ])('%s at %d is on one', (program, x) => {
    const check = checkInput(traced(program, { x }), 'x');
    expect(check.verdict).toBe('kink');
    expect(check.kinks.map(({ isExact }) => isExact)).toEqual([true]);
  });

  test('beside a kink: the default step reaches it, and a shorter one decides', () => {
    const check = checkInput(traced('abs(x)', { x: 1e-6 }), 'x');
    expect(check.kinks.map(({ gate, isExact }) => [gate.node.op, isExact])).toEqual([['abs', false]]);
    expect(check.h).toBeLessThan(1e-6);
    expect([check.analytic, check.central, check.verdict]).toEqual([1, 1, 'kink']);
  });

  test('none is claimed out of reach, or where the result is smooth all the same', () => {
    expect(verdict('abs(x)', { x: 1 })).toBe('good');
    expect(verdict('floor(x)*x', { x: 2.5 })).toBe('good');
    expect(checkInput(traced('relu(x)^2', { x: 0 }), 'x').kinks).toEqual([]);
    expect(verdict('x*abs(x)', { x: 0 })).toBe('limit');
  });

  test('the cut of the angle is a jump', () => expect(verdict('atan2(y, x)', { y: 0, x: -1 }, 'y')).toBe('kink'));

  test('a derivative that lies outside of both slopes is wrong there too', () => {
    const circuit = programCircuit('max(x, 0)');
    expect(checkInput(traceOf(brokenCircuit(circuit, circuit.result.index, 3), { x: 0 }), 'x').verdict).toBe('wrong');
    const abs = programCircuit('abs(x)');
    expect(checkInput(traceOf(brokenCircuit(abs, abs.result.index, -1), { x: 1e-6 }), 'x').verdict).toBe('wrong');
  });
});

describe('undefined', () => {
  test.each([
    ['sqrt(x)', 0, 'point', 'root has no finite slope at 0'],
    ['log(x)', -0.3, 'point', 'log of −0.3'],
    ['x^1.5', 0, 'below', /^−\S+ to the power 1.5$/],
  ])('%s at %d', (program, x, place, reason) => {
    const trace = traced(program, { x });
    const check = checkInput(trace, 'x');
    expect(check.verdict).toBe('undefined');
    const why = whyUndefined(trace, check);
    expect(why?.place).toBe(place);
    expect(why?.reason.en).toMatch(reason);
  });
});

const broken = [
  ['c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 }],
  ['2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 }],
  ['1/(1 + exp(-(w0*x0 + w1*x1 + w2)))', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 }],
  ['q = x^2 + y^2; sqrt(q)*log(q)', { x: 3, y: 4 }],
  ['tanh(w*x + b) + softplus(b*x)', { w: 0.4, x: 1.2, b: -0.7 }],
  ['a = exp(x); b = exp(y); a/(a + b)', { x: 0.3, y: 1.1 }],
  ['y = x*x; y = y*y; y = y*y; y', { x: 1.1 }],
] as const;

test.each(broken)('%s: every broken gate that matters is caught', (program, inputs) => {
  const circuit = programCircuit(program);
  const sound = traceOf(circuit, inputs);
  for (const factor of [-1, 0, 0.5, 1.01, 3]) {
    for (const gate of circuit.gates) {
      const trace = traceOf(brokenCircuit(circuit, gate.index, factor), inputs);
      const isChanged = [...circuit.inputs.keys()].some(
        (name) => trace.named.get(name)?.gradient !== sound.named.get(name)?.gradient,
      );
      const isCaught = checkGradient(trace).some((check) => !passes.has(check.verdict));
      expect(isCaught, `${gate.node.op} ${gate.names.join()} times ${factor}`).toBe(isChanged);
    }
  }
});

describe('the error against the step', () => {
  const curve = errorCurve(traced('exp(x)', { x: 1 }), 'x');
  const at = (kind: 'central' | 'right' | 'left', h: number): number =>
    curve.errors[kind][curve.steps.findIndex((step) => Math.abs(step / h - 1) < 1e-9)] as number;

  test('from 1e-1 to 1e-14', () => {
    expect(curve.steps[0]).toBe(0.1);
    expect(curve.steps.at(-1)).toBeCloseTo(1e-14, 28);
  });

  test('truncation: h²/6 of the value for central, h/2 for one-sided differences', () => {
    for (const h of [1e-1, 1e-2, 1e-3]) {
      expect(at('central', h) / (h ** 2 / 6)).toBeCloseTo(1, 1);
      expect(at('right', h) / (h / 2)).toBeCloseTo(1, 1);
      expect(at('left', h) / (h / 2)).toBeCloseTo(1, 1);
    }
  });

  test('cancellation: as 1/h, and below what rounding explains', () => {
    curve.steps.forEach((h, i) => {
      if (h < 1e-8) expect(curve.errors.central[i]).toBeLessThanOrEqual(curve.cancellation[i] as number);
    });
    expect(at('central', 1e-13)).toBeGreaterThan(1e-5);
  });

  test('the turn lies near ε^(1/3) for central and ε^(1/2) for one-sided differences', () => {
    expect(Math.abs(Math.log10(curve.best.central / Math.cbrt(Number.EPSILON)))).toBeLessThan(1);
    expect(Math.abs(Math.log10(curve.best.right / Math.sqrt(Number.EPSILON)))).toBeLessThan(1);
  });

  test('a quadratic has no truncation in central differences', () => {
    const { best } = errorCurve(traced('3x^2 - x', { x: 0.7 }), 'x');
    expect(best.central).toBe(0.1);
    expect(best.right).toBeLessThan(1e-6);
  });
});
