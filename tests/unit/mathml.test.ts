import { describe, expect, it } from 'vitest';
import { mathml, mathmlFilled, mathmlMatrix, mathmlOf } from '../../src/formula/emit/mathml.ts';
import { escape } from '../../src/formula/emit/symbols.ts';
import { functions } from '../../src/formula/functions.ts';
import { parse } from '../../src/formula/parse.ts';
import type { Expression } from '../../src/formula/syntax.ts';

const layouts: Record<string, (...parts: string[]) => string> = {
  mfrac: (above, below) => `{${above}/${below}}`,
  msqrt: (...inner) => `√{${inner.join('')}}`,
  msup: (base, above) => `${base}^{${above}}`,
  msub: (base, below) => `${base}_{${below}}`,
  msubsup: (base, below, above) => `${base}_{${below}}^{${above}}`,
  mtr: (...columns) => `${columns.join('')};`,
  mspace: () => ' ',
};

/** MathML as one line of text: {a/b}, √{a}, a^{b}, a_{b}, fences as they are, · for the invisible times. */
function flat(xml: string): string {
  const open: { tag: string; parts: string[] }[] = [{ tag: '', parts: [] }];
  for (const [, close, tag, text] of xml.matchAll(/<(\/?)(\w+)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) open.at(-1)?.parts.push(text);
    else if (close === '') open.push({ tag: tag ?? '', parts: [] });
    else {
      const closed = open.pop();
      expect(closed?.tag).toBe(tag);
      const parts = closed?.parts ?? [];
      open.at(-1)?.parts.push(layouts[closed?.tag ?? '']?.(...parts) ?? parts.join(''));
    }
  }
  expect(open).toHaveLength(1);
  return (open[0]?.parts ?? []).join('').replaceAll('\u2062', '·').replaceAll('\u2061', '');
}

describe('MathML', () => {
  it.each([
    ['2x + 3*y', '2·x+3·y'],
    ['x*2', 'x⋅2'],
    ['a - (b - c)', 'a−(b−c)'],
    ['a - b - c', 'a−b−c'],
    ['a + -b', 'a+(−b)'],
    ['a*-b', 'a·(−b)'],
    ['a*(b*c)', 'a·(b·c)'],
    ['(a + b)*(c - d)', '(a+b)·(c−d)'],
    ['-x^2', '−x^{2}'],
    ['(-x)^2', '(−x)^{2}'],
    ['-(a + b)', '−(a+b)'],
    ['2^3^2', '2^{3^{2}}'],
    ['(2^3)^2', '(2^{3})^{2}'],
    ['2^-1', '2^{−1}'],
    ['(a + b)/(c*d)', '{a+b/c·d}'],
    ['a/b/c', '{{a/b}/c}'],
    ['a/b*c', '{a/b}·c'],
    ['(a/b)^2', '({a/b})^{2}'],
    ['1e-8 + 2.5e-12*x', '10^{−8}+2.5×10^{−12}·x'],
    ['x*2.5e-12', 'x·(2.5×10^{−12})'],
    ['1e21', '10^{21}'],
    ['1e-8^2', '(10^{−8})^{2}'],
    ['lr*g', 'lr⋅g'],
    ['decay_rate*c', 'decay_rate⋅c'],
    ['mu*v', 'μ·v'],
    ['beta1^t', 'β_{1}^{t}'],
    ['1 - beta2', '1−β_{2}'],
    ['x_0 + x_min', 'x_{0}+x_{min}'],
    ['pi*e*eps', 'π·e·ε'],
    ['constructor + __proto__', 'constructor+__proto__'],
    ['10*cos(2*pi*x)', '10· cos(2·π·x)'],
    ['sin(x)^2', 'sin^{2}(x)'],
    ['sin(x)^-1', '(sin(x))^{−1}'],
    ['sin(x)^a', '(sin(x))^{a}'],
    ['abs(x)^2', '|x|^{2}'],
    ['2*exp(-x/2)', '2· exp({−x/2})'],
    ['exp(-x)^2', '(e^{−x})^{2}'],
  ])('shows %s as %s', (text, expected) => {
    expect(flat(mathmlOf(text))).toBe(expected);
  });

  const shown: Record<keyof typeof functions, string> = {
    abs: '|a|',
    sign: 'sgn(a)',
    sqrt: '√{a}',
    exp: 'e^{a}',
    log: 'log(a)',
    log2: 'log_{2}(a)',
    log10: 'log_{10}(a)',
    sin: 'sin(a)',
    cos: 'cos(a)',
    tan: 'tan(a)',
    asin: 'arcsin(a)',
    acos: 'arccos(a)',
    atan: 'arctan(a)',
    atan2: 'atan2(a,b)',
    sinh: 'sinh(a)',
    cosh: 'cosh(a)',
    tanh: 'tanh(a)',
    sigmoid: 'σ(a)',
    relu: 'ReLU(a)',
    softplus: 'softplus(a)',
    min: 'min(a,b)',
    max: 'max(a,b)',
    hypot: 'hypot(a,b)',
    floor: '⌊a⌋',
    pow: 'a^{b}',
  };

  it.each(Object.entries(functions))('shows %s', (name, [least]) => {
    const text = least === 1 ? `${name}(a)` : `${name}(a, b)`;
    expect(flat(mathmlOf(text))).toBe(shown[name as keyof typeof functions]);
  });

  it('shows a gradient at another point', () => {
    expect(flat(mathmlOf('grad(x + mu*v)'))).toBe('∇f(x+μ·v)');
  });

  it('shows statements as rows of a table', () => {
    const program = parse('v = mu*v - lr*g\nx = x + v\nx');
    expect(flat(mathml(program))).toBe('v←μ·v−lr⋅g;x←x+v;x;');
  });

  it('keeps text apart from markup', () => {
    expect(escape(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  });
});

it('prints what is not finite as a sign', () => {
  const [{ value: filled } = { value: undefined }] = parse('2/(1 - 1)').statements;
  const result = (value: number): string | undefined =>
    flat(mathmlFilled({ name: 'v', coordinate: 'x' }, filled as Expression, value))
      .split('=')
      .at(-1);
  expect([Infinity, -Infinity, NaN].map(result)).toEqual(['∞', '−∞', '?']);
});

it('prints a matrix row by row, rounded, with true minus signs and powers of ten', () => {
  const cells = [...mathmlMatrix('H', [[1802.04, -600], [-64250000000001, 2e-7]]).matchAll(/<mtd>(.*?)<\/mtd>/g)]; // prettier-ignore
  expect(cells.map(([, cell]) => (cell as string).replaceAll(/<[^>]+>/g, ''))).toEqual([
    '1802',
    '−600',
    '−6.425×1013',
    '2×10−7',
  ]);
});
