import { describe, expect, test } from 'vitest';
import { checkGradient } from '../../src/engine/check/check.ts';
import { errorCurve } from '../../src/engine/check/curve.ts';
import { brokenCircuit, type Gate, programCircuit } from '../../src/formula/circuit.ts';
import { functions } from '../../src/formula/functions.ts';
import { operations } from '../../src/formula/operations.ts';
import { firstPaths } from '../../src/formula/paths.ts';
import { type Trace, traceOf } from '../../src/formula/trace.ts';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { conclusion, curveWords, reasonOf } from '../../src/ui/backprop/checkWords.ts';
import { chartOptions } from '../../src/ui/chart/options.ts';
import { errorCurves, errorRows } from '../../src/ui/backprop/errorCurves.ts';
import { gateWords } from '../../src/ui/backprop/gateWords.ts';
import { timesText, wayOf, wiresTo, yearsOf } from '../../src/ui/backprop/paths.ts';
import { squaring } from './circuits.ts';

const traced = (program: string, inputs: Record<string, number>): Trace => traceOf(programCircuit(program), inputs);
const said = (program: string, inputs: Record<string, number>, op?: string): string => {
  const trace = traced(program, inputs);
  const gate = trace.circuit.gates.find(({ node }) => node.op === op) ?? trace.circuit.result;
  return gateWords(trace, gate, 'en');
};
const english = dictionaries.en.backprop.check;
const chinese = dictionaries.zh.backprop.check;

describe('a gate in words', () => {
  const circuit = { x: 3, y: -4, z: 2, w: -1 };
  const program = 'p = x*y; m = max(z, w); s = p + m; 2*s';

  test.each([
    ['add', 'Add distributes: it hands 2 to both.'],
    ['max', 'max routes: all of 2 goes to z, because 2 > −1.'],
    ['input', 'An input: what arrives here, −8, is the derivative of the result by x.'],
    ['constant', 'A constant: nobody asks for a derivative by it.'],
  ])('%s', (op, words) => expect(said(program, circuit, op)).toBe(words));

  test('multiply swaps, or scales by a constant', () => {
    expect(said('x*y', { x: 3, y: 4 })).toBe(
      'Multiply swaps: it hands each input the gradient times the other’s value.',
    );
    expect(said('2*x', { x: 3 })).toBe('Multiplying by 2 scales: it hands down 2 times the gradient.');
    expect(said('x*x', { x: 3 })).toBe('A square hands down the gradient times twice its input: 1 × 2 × 3.');
  });

  test('at a tie max splits', () => {
    expect(said('6*max(x, y, z)', { x: 2, y: 2, z: 1 }, 'max')).toBe(
      'max routes, and at a tie it splits: x and y get equal shares of 6.',
    );
    expect(said('min(x, y)', { x: 2, y: 5 }, 'min')).toBe('min routes: all of 1 goes to x, because 2 < 5.');
  });

  test('relu and abs say on which side of 0 they are', () => {
    expect(said('relu(x)', { x: 2 })).toMatch(/open/);
    expect(said('relu(x)', { x: -2 })).toMatch(/shut/);
    expect(said('abs(x)', { x: -2 })).toMatch(/other sign/);
    expect(said('abs(x)', { x: 0 })).toMatch(/kink/);
  });

  test('every operation has a sentence in both languages', () => {
    const programs = Object.entries(functions).map(
      ([name, [least]]) => `${name}(${['x', 'y'].slice(0, least).join()})`,
    );
    const covered = new Set<string>();
    for (const text of [...programs, 'x + y', 'x - y', 'x*y', 'x/y', '-x', 'x^y']) {
      const trace = traced(text, { x: 0.4, y: 0.7 });
      for (const gate of trace.circuit.gates) {
        covered.add(gate.node.op);
        expect(gateWords(trace, gate, 'en')).toMatch(/[a-z].*[.:]/);
        expect(gateWords(trace, gate, 'zh')).toMatch(/\p{Script=Han}.*。/u);
      }
    }
    for (const op of Object.keys(operations)) expect(covered, op).toContain(op);
  });
});

describe('the check in words', () => {
  const check = (trace: Trace) => {
    const checks = checkGradient(trace);
    return { checks, said: conclusion(checks, english) };
  };

  test('it passes, or names the inputs by which it does not', () => {
    const circuit = programCircuit('c = a + b; d = b + 1; e = c*d');
    const inputs = { a: 2, b: 1 };
    expect(check(traceOf(circuit, inputs)).said).toBe('Backpropagation and central differences agree.');
    const d = circuit.gates.find(({ names }) => names.includes('d')) as Gate;
    expect(check(traceOf(brokenCircuit(circuit, d.index, -1), inputs)).said).toBe(
      'They do not agree by b: a local derivative is wrong.',
    );
  });

  test.each([
    [
      'abs(x)',
      0,
      'x: the point is on the kink of |x|. The slope is −1 on the left and 1 on the right; backpropagation takes 0 by convention.',
    ],
    ['floor(x)', 2, 'x: ⌊x⌋ jumps here, so a difference across the jump is no slope; backpropagation takes 0.'],
    ['log(x)', -0.3, 'x: log of −0.3.'],
    ['x^3', 0, 'x: They differ by no more than the difference itself is uncertain.'],
  ])('%s at %d', (program, x, words) => {
    const trace = traced(program, { x });
    const [only] = checkGradient(trace);
    expect(only && reasonOf(trace, only, english, 'en')).toBe(words);
  });

  test('the curve: where it turns, or that it never falls', () => {
    const words = (trace: Trace): string => {
      const [only] = checkGradient(trace);
      return only === undefined ? '' : curveWords(errorCurve(trace, 'x'), only, english);
    };
    expect(words(traced('exp(x)', { x: 1 }))).toMatch(
      /^Central differences err least near h = \de-[56], one-sided ones near \de-[789]\./,
    );
    expect(words(traced('x^2 + x', { x: 1 }))).toMatch(/quadratic/);
    expect(words(traced('3x', { x: 1 }))).toBe(english.linear);
    const circuit = programCircuit('exp(x)');
    expect(words(traceOf(brokenCircuit(circuit, circuit.result.index, 2), { x: 1 }))).toBe(english.flat);
    expect(words(traced('abs(x)', { x: 0 }))).toBe(english.zero);
    expect(words(traced('sqrt(x)', { x: 0 }))).toBe(english.noCurve);
  });

  test.each([
    ['abs(x)*max(x, y)', { x: 1, y: 1 }, 'x'],
    ['abs(x)*max(x, y)', { x: 1, y: 1 }, 'y'],
    ['x + abs(x)', { x: 0 }, 'x'],
  ])('%s at %j, by %s: the differences of a side stay wrong, and the kink is why', (program, inputs, name) => {
    const trace = traced(program, inputs);
    const check = checkGradient(trace).find((each) => each.name === name);
    expect(check && curveWords(errorCurve(trace, name), check, english)).toBe(english.flatKink);
  });

  test.each([
    ['floor(x) + 2x', 2],
    ['sign(x) + 2x', 0],
    ['floor(x) + abs(x - 2) + 2x', 2],
  ])('%s at %d: differences across it stay wrong, and the jump is why', (program, x) => {
    const trace = traced(program, { x });
    const [only] = checkGradient(trace);
    for (const words of [english, chinese]) {
      expect(only && curveWords(errorCurve(trace, 'x'), only, words)).toBe(words.flatJump);
      expect(words.flatJump).not.toBe(words.flatKink);
    }
  });

  test('a kink beside the point bends the curve for large steps only', () => {
    const trace = traced('exp(x) + abs(x - 1 - 1e-6)', { x: 1 });
    const [check] = checkGradient(trace);
    expect(check?.verdict).toBe('kink');
    expect(check && curveWords(errorCurve(trace, 'x'), check, english)).not.toBe(english.flatKink);
  });
});

describe('the curve of the error', () => {
  const curve = errorCurve(traced('exp(x)', { x: 1 }), 'x');
  const { plot, across, looks } = errorCurves(curve, english.kinds, String);

  test('runs from the smallest step at the left to the largest at the right', () => {
    expect(plot.series.map(({ id }) => id)).toEqual(['central', 'right', 'left']);
    expect(plot.last).toBe(52);
    expect(plot.series[0]?.values[52]).toBe(curve.errors.central[0]);
    expect(across(14).map(({ at, label }) => [at, label])).toContainEqual([52 - 4, '10⁻²']);
  });

  test('its table has a dash where there is no number to compare', () => {
    for (const program of ['log(x)/0', '1/(x - 1)', 'sqrt(x - 1)']) {
      const rows = errorRows(errorCurve(traced(program, { x: 1 }), 'x'));
      expect(rows).toHaveLength(14);
      expect(
        rows.flatMap(([, ...errors]) => errors),
        program,
      ).toEqual(Array(3 * 14).fill('—'));
    }
    expect(errorRows(errorCurve(traced('log(x)/0', { x: 2 }), 'x')).flat()).not.toContain('0.0e+0');
    expect(errorRows(curve)[0]).toEqual(['10⁻¹', '1.7e-3', '4.9e-2', '4.8e-2']);
  });

  test.each([
    [33, 4],
    [46.4, 6],
  ])('all its lines are wide enough for the back row: letters of %i px, lines of %i px', (em, least) => {
    const ink = { ground: '#fff', text: '#000', quiet: '#222', line: '#ddd', family: 'serif', em };
    const { lines, ghosts } = looks(ink);
    const present = { plot: () => plot, drawnAxes: () => undefined, drawn: () => undefined };
    const { series } = chartOptions(lines, ghosts, ink, 1, present);
    expect(series.slice(1).map(({ width = 0 }) => width >= least)).toEqual([true, true, true, true]);
    expect(ghosts.map(({ colour }) => colour)).not.toContain(ink.line);
  });

  test('marks are whole powers of ten, no more than asked for', () => {
    const marks = across(5);
    expect(marks.length).toBeLessThanOrEqual(5);
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.every(({ at, label }) => label.startsWith('10⁻') && at % 4 === 0)).toBe(true);
  });

  test('the line passes over an error of 0, and breaks where there is no error to draw', () => {
    const heights = (program: string, x: number) =>
      errorCurves(errorCurve(traced(program, { x }), 'x'), english.kinds, String).plot;
    const line = heights('3x', 0.7);
    const values = line.series[0]?.values ?? new Float64Array();
    const within = [values.findIndex((error) => error > 0), values.findLastIndex((error) => error > 0)] as const;
    expect(values.slice(...within)).toContain(0);
    expect(line.series[0]?.heights.slice(...within)).not.toContain(null);
    expect(line.range[1]).toBeGreaterThan(line.range[0]);
    expect(new Set(heights('sqrt(x)', 0).series[0]?.heights)).toEqual(new Set([null]));
  });
});

describe('paths', () => {
  const trace = traced('c = a + b; d = b + 1; e = c*d', { a: 2, b: 1 });

  test('are told by the gates that they go through', () => {
    expect(firstPaths(trace, 'b', 9).map((path) => wayOf(trace.circuit, path))).toEqual(['e → c → b', 'e → d → b']);
  });

  test('long ones are told without their middle', () => {
    const deep = traced(squaring(64), { x: 1 });
    const [path] = firstPaths(deep, 'x', 1);
    expect(path && wayOf(deep.circuit, path)).toBe('y → x² #64 → x² #63 → x² #62 → x² #61 → … → x² #3 → x² #2 → x');
  });

  test('all together are the wires that lead to the input', () => {
    const names = (input: string): Set<string | undefined> =>
      new Set(wiresTo(trace.circuit, input).map((i) => trace.circuit.wires[i]?.argument.names[0]));
    expect(wiresTo(trace.circuit, 'b')).toHaveLength(4);
    expect(names('b')).toEqual(new Set(['b', 'c', 'd']));
    expect(wiresTo(trace.circuit, 'a')).toHaveLength(2);
    expect(names('a')).toEqual(new Set(['a', 'c']));
  });

  test('how many times as many', () => {
    expect(timesText(6n, 5)).toBe('1.2');
    expect(timesText(4096n, 8)).toBe('510');
    expect(timesText(64n * 2n ** 64n, 128)).toBe('9.2e18');
    expect(yearsOf(64n * 2n ** 64n)).toBe(37_410n);
    expect(yearsOf(1000n)).toBeUndefined();
  });
});
