import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/formula/build.ts';
import { FormulaError } from '../../src/formula/errors.ts';
import { Graph } from '../../src/formula/graph.ts';
import { interpret } from '../../src/formula/interpret.ts';
import { assignedNames, freeNames } from '../../src/formula/names.ts';
import { limits, parse } from '../../src/formula/parse.ts';
import { print } from '../../src/formula/print.ts';
import { programs, shape } from './programs.ts';
import { quickest } from './quick.ts';

/** What one formula may take: milliseconds. */
const limit = 50;

const valueOf = (text: string, inputs: Record<string, number> = {}): number => {
  const graph = new Graph();
  const env = new Map(Object.keys(inputs).map((name) => [name, graph.input(name)]));
  return interpret([build(graph, parse(text), env).result], inputs)[0] as number;
};

const faultOf = (text: string, inputs: Record<string, number> = { x: 1 }): FormulaError => {
  try {
    valueOf(text, inputs);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${text} should not parse`);
};

describe('values', () => {
  const x3 = { x: 3, y: 2 };
  test.each([
    ['-x^2', -9],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['-2^-x', -0.125],
    ['2x', 6],
    ['3(x+1)', 12],
    ['(x+1)(y-1)', 4],
    ['(x+1)y', 8],
    ['2 sin(x)', 2 * Math.sin(3)],
    ['2x^2', 18],
    ['1/2*x', 1.5],
    ['x - y - 1', 0],
    ['x/y/2', 0.75],
    ['--x', 3],
    ['+x', 3],
    ['x*-y', -6],
    ['.5 + 1e-8 + 1.', 1.50000001],
    ['2e', 2 * Math.E],
    ['pi', Math.PI],
    ['e = 5; e*x', 15],
    ['a = x + y\nb = a*a', 25],
    ['a = x + y\n\n; a*2 ; b = 7', 10],
    ['max(1, x, y)', 3],
    ['min(x, y)', 2],
    ['(x +\n y)', 5],
    ['atan2(x, y)', Math.atan2(3, 2)],
    ['hypot(x, 4)', 5],
    ['floor(-2.5)', -3],
    ['sign(-2)', -1],
    ['relu(-2) + relu(2)', 2],
    ['pow(x, 0.5)', Math.sqrt(3)],
    ['log10(1000) + log2(8)', 6],
  ])('%s', (text, expected) => expect(valueOf(text, x3)).toBeCloseTo(expected, 12));

  test('a program of one assignment has that value', () => expect(valueOf('c = 4')).toBe(4));
});

describe('errors say what, where, and what was expected', () => {
  test.each([
    ['x^2 + y*', { y: 1 }, 'line 1, column 9: expected a number, a name or "(" after "*"'],
    ['x(2)', {}, 'line 1, column 1: "x" is not a function: to multiply, write x*(…)'],
    ['1 +\n* 2', {}, 'line 1, column 4: expected a number, a name or "(" after "+"'],
    ['y = 2\nz + 1', {}, 'line 2, column 1: "z" has no value here: expected one of x, y'],
    ['(x + 1', {}, 'line 1, column 1: this "(" is never closed: expected ")"'],
    ['x)', {}, 'line 1, column 2: this ")" has no "(" before it'],
    ['', {}, 'line 1, column 1: the formula is empty: expected an expression such as x^2 + y^2'],
    ['x $ 2', {}, 'line 1, column 3: "$" is not part of the language'],
    ['x 2', {}, 'line 1, column 3: found "2" after "x", expected an operator or the end of the statement'],
    ['1/2x', {}, 'line 1, column 4: this can be read in two ways: write "*", or parentheses, after "2"'],
    ['sin + 1', {}, 'line 1, column 1: "sin" is a function: expected "(" after it, and it cannot be assigned'],
    ['atan2(x)', {}, 'line 1, column 1: atan2 takes 2 arguments, found 1'],
    ['foo(x)', {}, 'line 1, column 1: there is no function "foo": to multiply, write foo*(…)'],
    ['1e999', {}, 'line 1, column 1: "1e999" is not a number: expected digits such as 1, .5 or 1e-8'],
    ['grad(x)', {}, 'line 1, column 1: there is no function "grad": to multiply, write grad*(…)'],
  ])('%j', (text, more, sentence) => expect(faultOf(text, { x: 1, ...more }).message).toBe(sentence));

  test('in Chinese too', () => {
    expect(faultOf('x^2 + x*').sentence('zh')).toBe('第 1 行第 9 列："*" 之后应为数字、名称或 "("');
  });

  test('limits', () => {
    expect(faultOf('x'.padEnd(limits.length + 1, '+x')).code).toBe('length');
    expect(faultOf(`${'('.repeat(limits.nesting + 1)}x${')'.repeat(limits.nesting + 1)}`).code).toBe('nesting');
    expect(faultOf('-'.repeat(1500) + 'x').code).toBe('nesting');
    expect(faultOf('2^'.repeat(900) + '2').code).toBe('nesting');
    expect(
      faultOf(
        Array(limits.nodes)
          .fill('1')
          .join('+')
          .slice(0, limits.length - 1) + '1',
      ).code,
    ).toBe('nodes');
    expect(
      valueOf(
        Array(limits.nodes / 2)
          .fill('x')
          .join('+'),
        { x: 1 },
      ),
    ).toBe(limits.nodes / 2);
  });

  test('100,000 random strings cause formula errors only, each at once', () => {
    const words = 'x y _a1 12 .5 1e-8 1e 2. + - * / ^ ( ) , = ; sin( max( atan2( grad( pi e é π $ # "'.split(' ');
    const pieces = fc.oneof(fc.constantFrom(...words, ' ', '\n'), fc.string({ maxLength: 3 }));
    const texts = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''));
    const repeated = fc
      .tuple(texts, fc.array(pieces, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3000 }), texts)
      .map(([before, piece, times, after]) => before + piece.join('').repeat(times) + after);
    let read = 0;
    const parses = (text: string): boolean => {
      try {
        parse(text);
        read += 1;
      } catch (error) {
        return error instanceof FormulaError && error.message.startsWith('line ') && error.offset <= text.length;
      }
      return true;
    };
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 6, arbitrary: texts },
          { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
          { weight: 1, arbitrary: repeated },
        ),
        (text) => {
          let isFine = false;
          expect(quickest(limit, () => (isFine = parses(text)))).toBeLessThan(limit);
          return isFine;
        },
      ),
      { numRuns: 100_000, seed: 1 },
    );
    expect(read).toBeGreaterThan(1000);
  });
});

describe('printing', () => {
  test('10,000 random programs: print → parse is the identity, and gives the same graph', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const again = parse(print(program));
        expect(shape(again)).toEqual(shape(program));
        const graph = new Graph();
        const inputs = new Map(['x', 'y', 'a'].map((name) => [name, graph.input(name)]));
        expect(build(graph, again, inputs).result).toBe(build(graph, program, inputs).result);
        expect(print(again)).toBe(print(program));
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  test.each([
    ['(a-x)^2+b*(y-x^2)^2', '(a - x)^2 + b*(y - x^2)^2'],
    ['-(x^2)', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['a-(b-c)', 'a - (b - c)'],
    ['2x y = 3; x', ''],
  ])('%s', (text, printed) => {
    if (printed === '') expect(() => parse(text)).toThrow(FormulaError);
    else expect(print(parse(text))).toBe(printed);
  });
});

test('names: what a program uses, and what it assigns', () => {
  const program = parse('e = (a+b)*(b+1)\nc = e*pi + x');
  expect(freeNames(program)).toEqual(['a', 'b', 'x']);
  expect(assignedNames(program)).toEqual(['e', 'c']);
});
