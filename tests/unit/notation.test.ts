import { describe, expect, it } from 'vitest';
import { programCircuit } from '../../src/formula/circuit.ts';
import { functions } from '../../src/formula/functions.ts';
import { at, traceOf } from '../../src/formula/trace.ts';
import { gateName, resultName } from '../../src/ui/graph/gateName.ts';
import { applied, nameSigns, signText } from '../../src/ui/graph/notation.ts';
import { short } from '../../src/ui/graph/number.ts';

const sign = (program: string): string => signText(programCircuit(program).result);

describe('the sign of a gate', () => {
  it.each([
    ['x + y', '+'],
    ['x - y', '−'],
    ['x*y', '×'],
    ['x/y', '÷'],
    ['x + 1', '+ 1'],
    ['x - 1', '− 1'],
    ['x + -1', '+ (−1)'],
    ['-2*x', '× (−2)'],
    ['1 - x', '1 − x'],
    ['1/x', '1/x'],
    ['x/3', '÷ 3'],
    ['x^2', 'x²'],
    ['x^0.5', 'x^0.5'],
    ['2^x', '2^x'],
    ['x^y', 'pow'],
    ['-x', '−x'],
    ['abs(x)', '|x|'],
    ['sqrt(x)', '√'],
    ['log(x)', 'log'],
    ['log10(x)', 'log_10'],
    ['max(x, y)', 'max'],
    ['max(x, 0)', 'max(x, 0)'],
    ['min(1, x, y)', 'min(1, x, y)'],
    ['max(b, 0, a, b)', 'max(x, 0, y, x)'],
    ['max(a, b, c, d, 0, f, g, h)', 'max(x, y, z, u, 0, v, w, …)'],
    ['beta1', 'β_1'],
    ['w_x', 'w_x'],
    ['2*3', '6'],
  ])('%s: %s', (program, text) => {
    expect(sign(program)).toBe(text);
  });

  it('is there for every function', () => {
    for (const [name, [least]] of Object.entries(functions)) {
      const args = Array.from({ length: least }, (_, i) => `a${i}`).join(', ');
      expect(sign(`${name}(${args})`), name).not.toBe('');
    }
  });

  it('sets letters in italics and their indices lowered', () => {
    expect(nameSigns('eps')).toEqual([{ text: 'ε', style: 'letter' }]);
    expect(nameSigns('decay')).toEqual([{ text: 'decay' }]);
    expect(nameSigns('x_0')).toEqual([
      { text: 'x', style: 'letter' },
      { text: '0', style: 'lowered' },
    ]);
  });
});

describe('a gate in a sentence', () => {
  it('has its names, or its sign and its place; the result at least f', () => {
    const { gates, result } = programCircuit('c = a*b\nd = c\nc + 1');
    expect(gates.filter(({ active }) => active).map(gateName)).toEqual(['a', 'b', 'c = d', `+ 1 #${result.index + 1}`]);
    expect(resultName(programCircuit('c = a*b'))).toBe('c');
    expect(resultName(programCircuit('a*b'))).toBe('f');
  });

  it.each([
    ['x + y', '3 + (−4)'],
    ['x - 2', '3 − 2'],
    ['y^2', '(−4)²'],
    ['y^0.5', '(−4)^0.5'],
    ['-y', '−(−4)'],
    ['max(x, y, 0)', 'max(3, −4, 0)'],
  ])('%s is computed as %s', (program, text) => {
    const circuit = programCircuit(program);
    const { values } = traceOf(circuit, { x: 3, y: -4 });
    const args = circuit.result.args.map(({ argument }) => short(at(values, argument)));
    expect(applied(circuit.result, args)).toBe(text);
  });
});

describe('a number at a gate', () => {
  it.each([
    [-8, '−8'],
    [0.19661193324148185, '0.1966'],
    [-1.2345e-7, '−1.235e−7'],
    [-1.2345e-17, '−1.23e−17'],
    [-1.2345e-170, '−1.2e−170'],
    [1e300, '1e300'],
    [-0, '0'],
    [NaN, '?'],
    [-Infinity, '−∞'],
  ])('%d is written %s', (value, text) => {
    expect(short(value)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(9);
  });
});
