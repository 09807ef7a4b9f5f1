import { describe, expect, it } from 'vitest';
import { build } from '../../src/formula/build.ts';
import { mathmlFilled } from '../../src/formula/emit/mathml.ts';
import { fill, rounded } from '../../src/formula/fill.ts';
import { Graph } from '../../src/formula/graph.ts';
import { interpret } from '../../src/formula/interpret.ts';
import { parse } from '../../src/formula/parse.ts';
import { printExpression } from '../../src/formula/print.ts';
import type { Expression } from '../../src/formula/syntax.ts';

const expressionOf = (text: string): Expression => parse(text).statements[0]?.value as Expression;
const filled = (text: string, values: Record<string, number>): Expression =>
  fill(expressionOf(text), new Map(Object.entries(values)));

describe('names replaced by numbers', () => {
  it.each([
    ['mu*v - lr*g', { mu: 0.9, v: -0.25, lr: 0.001, g: 3 }, '0.9*-0.25 - 0.001*3'],
    ['x - v', { x: 1, v: -2 }, '1 - -2'],
    ['g^2', { g: -3 }, '(-3)^2'],
    ['-x^2', { x: -3 }, '-(-3)^2'],
    ['2^-x', { x: -1 }, '2^--1'],
    ['grad(x + mu*v)', { x: 1, mu: 0.5, v: 0.1 + 0.2 }, 'grad(1 + 0.5*0.30000000000000004)'],
    ['pi*e*k', { k: 1e-300 }, 'pi*e*1e-300'],
    ['e + x', { e: 3, x: -0 }, '3 + -0'],
    ['max(a, b, -1)', { a: 0, b: 1 }, 'max(0, 1, -1)'],
  ])('%s', (text, values, expected) => {
    const result = filled(text, values as unknown as Record<string, number>);
    expect(printExpression(result)).toBe(expected);
  });

  it('means what it says: the printed text reads back to the same number', () => {
    const values = { a: -1.5, b: 0.1, c: -7 };
    const text = printExpression(filled('-a^2*(b - c)/-c + 2^c - a*-b', values));
    const graph = new Graph();
    expect(interpret([build(graph, parse(text), new Map()).result], {})).toEqual([
      (-(1.5 * 1.5) * (0.1 + 7)) / 7 + 2 ** -7 - 1.5 * 0.1,
    ]);
  });

  it('rounds every number, and drops the sign of a zero', () => {
    const result = rounded(filled('a*b - c^2 + d', { a: 0.1 + 0.2, b: -123456.789, c: 1e-12 / 3, d: -0 }), 4);
    expect(printExpression(result)).toBe('0.3*-123500 - 3.333e-13^2 + 0');
  });
});

/** MathML without its tags. */
const text = (xml: string): string => {
  expect(xml).toMatch(/^<math>.*<\/math>$/);
  return xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u2062', '·')
    .replaceAll('\u2061', '');
};
const line = (name: string | undefined, coordinate: string, value: string, result: number, digits?: number): string =>
  mathmlFilled({ name, coordinate }, expressionOf(value), result, digits);

describe('a statement with its numbers as MathML', () => {
  it('shows the expression and its result', () => {
    expect(text(line('v', 'x', '0.9*-0.25 - 0.001*3', -0.228))).toBe('vx←0.9·(−0.25)−0.001⋅3=−0.228');
    expect(text(line('x', 'x', '1 + -0.228', 0.772))).toBe('x←1+(−0.228)=0.772');
    expect(text(line('x', 'y', '1 + -0.228', 0.772))).toBe('y←1+(−0.228)=0.772');
    expect(text(line(undefined, 'y', '1/3', 1 / 3))).toBe('13=0.333333');
  });

  it('puts the coordinate below the name', () => {
    expect(line('v', 'x', '1 + 1', 2)).toContain('<msub><mi>v</mi><mi>x</mi></msub>');
    expect(line('cache', 'y', '1 + 1', 2)).toContain('<msub><mi>cache</mi><mi>y</mi></msub>');
    expect(line('m2', 'y', '1 + 1', 2)).toContain(
      '<msub><mi>m</mi><mrow><mn>2</mn><mo separator="true">,</mo><mi>y</mi></mrow></msub>',
    );
  });

  it('shows a lone number once, and numbers without an end as ∞, what is no number as ?', () => {
    expect(text(line('p', 'x', '-0.5', -0.5))).toBe('px←−0.5');
    expect(text(line('p', 'x', '1/0', -Infinity))).toBe('px←10=−∞');
    expect(text(line('p', 'x', '0/0', NaN))).toBe('px←00=?');
  });

  it('rounds to the digits that it is asked for', () => {
    expect(text(line('v', 'x', '0.123456789*3', 0.370370367))).toBe('vx←0.123457⋅3=0.37037');
    expect(text(line('v', 'x', '0.123456789*3', 0.370370367, 2))).toBe('vx←0.12⋅3=0.37');
  });
});
