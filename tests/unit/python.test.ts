import { describe, expect, it } from 'vitest';
import { python, pythonName, pythonNumber } from '../../src/formula/emit/python.ts';
import { functions } from '../../src/formula/functions.ts';
import { parse } from '../../src/formula/parse.ts';

const emitted = (text: string, given = ['x', 'y', 'a', 'b', 'c']): string => python(parse(text), given).result;
const lines = (text: string, given = ['x', 'g', 'lr', 'mu', 't', 'v']): readonly string[] =>
  python(parse(text), given).lines;

describe('arithmetic as Python', () => {
  it.each([
    ['a + b - c', 'a + b - c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['a - b*c/2', 'a - b*c/2'],
    ['a/(b*c)', 'a/(b*c)'],
    ['a/b*c', 'a/b*c'],
    ['a*(b/c)', 'a*(b/c)'],
    ['(a + b)*(a - b)', '(a + b)*(a - b)'],
    ['2x + 3(x + 1)', '2*x + 3*(x + 1)'],
    ['-x^2', '-x**2'],
    ['(-x)^2', '(-x)**2'],
    ['2^3^x', '2**3**x'],
    ['(x^2)^3', '(x**2)**3'],
    ['x^y^a', 'x**y**a'],
    ['2^-x', '2**-x'],
    ['x^-(a + b)', 'x**-(a + b)'],
    ['x^(a*b)', 'x**(a*b)'],
    ['x^-a^b', 'x**-a**b'],
    ['a - -b', 'a - -b'],
    ['a*-b', 'a*-b'],
    ['-(a + b)', '-(a + b)'],
    ['-(a*b)', '-(a*b)'],
    ['-a*b', '-a*b'],
    ['- -x', '--x'],
    ['pow(x + 1, y - 1)', '(x + 1)**(y - 1)'],
    ['-pow(x, 2)', '-x**2'],
    ['pow(x, 2)^2', '(x**2)**2'],
  ])('%s', (text, expected) => {
    expect(emitted(text)).toBe(expected);
  });
});

describe('numbers as Python', () => {
  it.each([
    ['0.5*x', '0.5*x'],
    ['.5 + 1e-8*x', '0.5 + 1e-8*x'],
    ['1e21*x', '1e+21*x'],
    ['9007199254740993*x', '9007199254740992.0*x'],
    ['2*pi*x + e', '2*math.pi*x + math.e'],
    ['1/3*x', '1/3*x'],
    ['2^10*x', '2**10*x'],
    ['x^(1/3)', 'x**(1/3)'],
    ['sqrt(2)*x', 'torch.sqrt(torch.tensor(2.0))*x'],
    ['sqrt(2*3)*x', 'torch.sqrt(torch.tensor(float(2*3)))*x'],
    ['sqrt(2*pi)', 'torch.sqrt(torch.tensor(2*math.pi))'],
    ['sqrt(1/2)', 'torch.sqrt(torch.tensor(1/2))'],
    ['exp(-1)', 'torch.exp(torch.tensor(float(-1)))'],
    ['atan2(-0, -1)', 'torch.atan2(torch.tensor(-0.0), torch.tensor(float(-1)))'],
    ['3', 'torch.tensor(3.0)'],
    ['1/0 + x', 'torch.tensor(1.0)/0 + x'],
    ['(-8)^(1/3)*x', 'torch.tensor(float(-8))**(1/3)*x'],
    ['10^400*x', 'torch.tensor(10.0)**400*x'],
    ['10^30*x', 'torch.tensor(10.0)**30*x'],
    ['0^-1 + x', 'torch.tensor(0.0)**-1 + x'],
  ])('%s', (text, expected) => {
    expect(emitted(text)).toBe(expected);
  });
});

it('writes floats that read back to the same number', () => {
  expect([1, -2, 0, -0, 0.1 + 0.2, 1e-8, -1e21, 5e-324, 2 ** 70].map(pythonNumber)).toEqual([
    '1.0',
    '-2.0',
    '0.0',
    '-0.0',
    '0.30000000000000004',
    '1e-8',
    '-1e+21',
    '5e-324',
    '1.1805916207174113e+21',
  ]);
});

describe('functions as PyTorch', () => {
  const shown: Record<keyof typeof functions, string> = {
    abs: 'torch.abs(x)',
    sign: 'torch.sign(x)',
    sqrt: 'torch.sqrt(x)',
    exp: 'torch.exp(x)',
    log: 'torch.log(x)',
    log2: 'torch.log2(x)',
    log10: 'torch.log10(x)',
    sin: 'torch.sin(x)',
    cos: 'torch.cos(x)',
    tan: 'torch.tan(x)',
    asin: 'torch.asin(x)',
    acos: 'torch.acos(x)',
    atan: 'torch.atan(x)',
    atan2: 'torch.atan2(x, y)',
    sinh: 'torch.sinh(x)',
    cosh: 'torch.cosh(x)',
    tanh: 'torch.tanh(x)',
    sigmoid: 'torch.sigmoid(x)',
    relu: 'torch.relu(x)',
    softplus: 'torch.logaddexp(x, torch.tensor(0.0))',
    min: 'torch.minimum(x, y)',
    max: 'torch.maximum(x, y)',
    hypot: 'torch.hypot(x, y)',
    floor: 'torch.floor(x)',
    pow: 'x**y',
  };

  it.each(Object.entries(functions))('%s', (name, [least]) => {
    expect(emitted(least === 1 ? `${name}(x)` : `${name}(x, y)`)).toBe(shown[name as keyof typeof functions]);
  });

  it.each([
    ['max(x, 0)', 'torch.maximum(x, torch.tensor(0.0))'],
    ['min(1, 2)', 'torch.minimum(torch.tensor(1.0), torch.tensor(2.0))'],
    ['max(x, y, -1)', 'torch.stack(torch.broadcast_tensors(x, y, torch.tensor(float(-1)))).amax(0)'],
    ['min(x, y, a, b)', 'torch.stack(torch.broadcast_tensors(x, y, a, b)).amin(0)'],
    ['-abs(x)^2', '-torch.abs(x)**2'],
    ['sin(x)(x + 1)', 'torch.sin(x)*(x + 1)'],
    ['hypot(3, x)', 'torch.hypot(torch.tensor(3.0), x)'],
    ['grad(x + a*y)', 'grad(x + a*y)'],
    ['grad(1)', 'grad(torch.tensor(1.0))'],
  ])('%s', (text, expected) => {
    expect(emitted(text)).toBe(expected);
  });
});

describe('programs as Python', () => {
  it('assigns line by line, and every name is a tensor', () => {
    expect(lines('v = mu*v - lr*g; x = x + v')).toEqual(['v = mu*v - lr*g', 'x = x + v']);
    expect(lines('v = 3; x = v; q = -pi; e = 2; x = e*x')).toEqual([
      'v = torch.tensor(3.0)',
      'x = v',
      'q = torch.tensor(-math.pi)',
      'e = torch.tensor(2.0)',
      'x = e*x',
    ]);
  });

  it('has the last bare expression as its result, else the last name that was assigned', () => {
    expect(python(parse('a = x^2; b = a + y; a'), ['x', 'y'])).toEqual({
      lines: ['a = x**2', 'b = a + y'],
      result: 'a',
    });
    expect(python(parse('a = x^2; b = a + y'), ['x', 'y']).result).toBe('b');
    expect(python(parse('x; x^2; a = 1; x = 3'), ['x', 'y'])).toEqual({
      lines: ['result = x**2', 'a = torch.tensor(1.0)', 'x = torch.tensor(3.0)'],
      result: 'result',
    });
    expect(python(parse('1; x'), ['x'])).toEqual({ lines: [], result: 'x' });
  });

  it('takes pi and e for numbers unless the program or what it is given says otherwise', () => {
    expect(emitted('e*pi', ['e'])).toBe('e*math.pi');
    expect(lines('a = e; e = x; a = e')).toEqual(['a = torch.tensor(math.e)', 'e = x', 'a = e']);
  });

  it('never meets a keyword or a name of its own', () => {
    const all = [
      'lambda',
      'lambda_',
      'None',
      'torch',
      'math',
      'float',
      'result',
      'grad',
      'grad__',
      'x',
      'x_',
      'Lambda',
      'print',
    ];
    expect(all.map(pythonName)).toEqual([
      'lambda_',
      'lambda__',
      'None_',
      'torch_',
      'math_',
      'float_',
      'result_',
      'grad_',
      'grad___',
      'x',
      'x_',
      'Lambda',
      'print',
    ]);
    expect(emitted('lambda*x^is + from', ['lambda', 'is', 'from', 'x'])).toBe('lambda_*x**is_ + from_');
    expect(lines('class = x; class = 2*class')).toEqual(['class_ = x', 'class_ = 2*class_']);
  });
});
