import { describe, expect, test } from 'vitest';
import { programCircuit } from '../../src/formula/circuit.ts';
import { nonFinite } from '../../src/formula/nonFinite.ts';
import { traceOf } from '../../src/formula/trace.ts';

const found = (program: string, inputs: Record<string, number>) => nonFinite(traceOf(programCircuit(program), inputs));
const first = (program: string, inputs: Record<string, number>) => {
  const [origin] = found(program, inputs)?.origins ?? [];
  return [origin?.kind, origin?.gate.node.op, origin?.reason.en, origin?.reason.zh];
};

test.each([
  ['log(x)', -0.3, 'log of −0.3', '−0.3 的 log'],
  ['log2(x)', 0, 'log2 of 0', '0 的 log2'],
  ['1/x', 0, 'division by 0', '除以 0'],
  ['sqrt(x)', -2, 'root of −2', '−2 的平方根'],
  ['asin(x)', 1.5, 'asin of 1.5', '1.5 的 asin'],
  ['x^0.5', -2, '−2 to the power 0.5', '−2 的 0.5 次幂'],
  ['x^-5', 0, '0 to the power −5', '0 的 −5 次幂'],
  ['exp(x)', 1000, 'overflow: beyond 1.8e308', '溢出：超过 1.8e308'],
  ['x*x', 1e200, 'overflow: beyond 1.8e308', '溢出：超过 1.8e308'],
])('%s at %d: the value is undefined: %s', (program, x, en, zh) => {
  expect(first(`u = ${program}; 2*u + 1`, { x }).slice(2)).toEqual([en, zh]);
  expect(first(`u = ${program}; 2*u + 1`, { x })[0]).toBe('value');
});

test.each([
  ['sqrt(x)', 0, 'root has no finite slope at 0'],
  ['x^0.5', 0, '0 to the power 0.5 has no finite slope'],
  ['asin(x)', 1, 'asin has no finite slope at 1'],
  ['hypot(x, x)', 0, 'hypot has no finite slope at 0, 0'],
  ['atan2(x, 2x)', 0, 'atan2 has no finite slope at 0, 0'],
  ['(-2)^x', 2, 'the derivative by the exponent takes the log of −2'],
  ['sinh(x)/cosh(x)', 710, undefined],
  ['1/x', 1e-160, 'overflow in the derivative of ÷'],
])('%s at %d: the value is finite, a local derivative is not: %s', (program, x, en) => {
  if (en === undefined) expect(found(program, { x })).toBeUndefined();
  else expect(first(program, { x }).slice(0, 3)).toEqual(['local', expect.any(String), en]);
});

describe('where it arises and what inherits it', () => {
  test('nothing is said where all is finite', () => expect(found('log(x) + 1/x', { x: 2 })).toBeUndefined());

  test('the gates after the first inherit the value, those before it the gradient', () => {
    const all = found('u = x - 1; v = log(u); w = 2*v; w + y', { x: 0.7, y: 1 });
    expect(all?.origins.map(({ gate, kind }) => [gate.names[0], kind])).toEqual([['v', 'value']]);
    expect([...(all?.values ?? [])].map(({ names, node }) => names[0] ?? node.op)).toEqual(['w', 'add']);
    // ∂/∂u = 2/(x − 1) is finite: only the value is undefined.
    expect([...(all?.gradients ?? [])]).toEqual([]);
  });

  test('an infinite local derivative makes the gradients below it undefined', () => {
    const all = found('q = x^2 + y^2; sqrt(q)', { x: 0, y: 0 });
    expect(all?.origins.map(({ gate, kind }) => [gate.node.op, kind])).toEqual([['sqrt', 'local']]);
    expect([...(all?.values ?? [])]).toEqual([]);
    expect(new Set([...(all?.gradients ?? [])].flatMap(({ names }) => names))).toEqual(new Set(['x', 'y', 'q']));
  });

  test('a product of finite derivatives may overflow', () => {
    expect(first('u = x*1e200; u*1e200', { x: 1e-200 })).toEqual([
      'gradient',
      'input',
      'overflow: the gradient is beyond 1.8e308',
      '溢出：梯度超过 1.8e308',
    ]);
  });

  test('an input without a number is where it begins', () => {
    expect(first('2x', {}).slice(2)).toEqual(['x is not a number', 'x 不是数']);
    expect(first('2x', { x: Infinity }).slice(2)).toEqual(['x is infinite', 'x 为无穷大']);
  });

  test('a number without a name is a constant', () => {
    expect(first('1/0', {}).slice(2)).toEqual(['a constant is infinite', '某个常数为无穷大']);
    expect(first('x + log(-1)', { x: 1 }).slice(2)).toEqual(['a constant is not a number', '某个常数不是数']);
    expect(first('u = 1/0; u*x', { x: 1 }).slice(2)).toEqual(['u is infinite', 'u 为无穷大']);
  });
});
