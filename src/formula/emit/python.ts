import { constants } from '../functions.ts';
import { apply } from '../operations.ts';
import type { BinaryOperator, Expression, Program } from '../syntax.ts';

/**
 * What cannot be a formula's name in Python: its keywords, and the modules and functions that emitted code uses.
 * Source: the Python language reference, 2.3.1.
 */
const reserved = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield float grad math result torch`.split(/\s+/),
);

/** A formula's name as a Python name: `lambda` is `lambda_`, and so that no two meet `lambda_` is `lambda__`. */
export const pythonName = (name: string): string => (reserved.has(name.replace(/_+$/, '')) ? `${name}_` : name);

/** How tightly Python holds an expression together: as the language does, `**` before a minus sign. */
const tightness = { sum: 1, product: 2, negation: 3, power: 4, atom: 5 } as const;
const ranks = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 } as const;
const signs = { '+': ' + ', '-': ' - ', '*': '*', '/': '/', '^': '**' } as const;
const operations = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '^': 'pow' } as const;

/**
 * Emitted text. Names are tensors, and so is all that is made of them; what has a `value` is a Python number, made of
 * literals, pi and e only; `whole` where Python has an int.
 */
interface Emitted {
  readonly text: string;
  readonly rank: number;
  readonly value?: number;
  readonly whole?: boolean;
}

const atom = (text: string): Emitted => ({ text, rank: tightness.atom });

/** A float64 as a Python float that reads back to it; only finite numbers. */
export const pythonNumber = (value: number): string => {
  const digits = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
};

const literal = (value: number): Emitted => {
  const whole = Number.isSafeInteger(value);
  return { text: whole ? String(value) : pythonNumber(value), rank: tightness.atom, value, whole };
};

/** A Python number as a float64 tensor without dimensions, for functions that take tensors only. */
const tensor = (emitted: Emitted): Emitted => {
  const { text, value, whole = false } = emitted;
  if (value === undefined) return emitted;
  if (!whole) return atom(`torch.tensor(${text})`);
  return atom(`torch.tensor(${/^\d+$/.test(text) ? `${text}.0` : `float(${text})`})`);
};

const enclosed = ({ text, rank }: Emitted, least: number): string => (rank < least ? `(${text})` : text);

const negation = (of: Emitted): Emitted => {
  const text = `-${enclosed(of, tightness.negation)}`;
  if (of.value === undefined) return { text, rank: tightness.negation };
  if (of.text === '0') return { text: '-0.0', rank: tightness.negation, value: -0, whole: false };
  return { text, rank: tightness.negation, value: -of.value, whole: of.whole === true };
};

/**
 * Arithmetic. Python raises where float64 has Infinity or NaN (1/0, (-8)**(1/3), ints beyond it): there, and beyond the
 * whole numbers that float64 holds, numbers become tensors, which follow IEEE 754 as the language does.
 */
function binary(operator: BinaryOperator, left: Emitted, right: Emitted): Emitted {
  const rank = ranks[operator];
  const [first, second] =
    operator === '^' ? ([tightness.atom, tightness.negation] as const) : ([rank, rank + 1] as const);
  const text = (a: Emitted): string => `${enclosed(a, first)}${signs[operator]}${enclosed(right, second)}`;
  if (left.value === undefined || right.value === undefined) return { text: text(left), rank };
  const value = apply(operations[operator], [left.value, right.value]);
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return { text: text(tensor(left)), rank };
  const whole = left.whole === true && right.whole === true && operator !== '/' && Number.isInteger(value);
  return { text: text(left), rank, value, whole };
}

const called = (name: string, args: readonly Emitted[]): Emitted =>
  atom(`${name}(${args.map((argument) => tensor(argument).text).join(', ')})`);

/** Both split the gradient equally at a tie: `maximum` between two, `amax` among any number. */
const extremum = (name: 'min' | 'max', args: readonly Emitted[]): Emitted =>
  args.length === 2
    ? called(`torch.${name}imum`, args)
    : atom(`torch.stack(${called('torch.broadcast_tensors', args).text}).a${name}(0)`);

/** Functions whose PyTorch name is not theirs. log(e^a + e^0) is softplus, without the cut-off of PyTorch's own. */
const spelled: Readonly<Record<string, (...args: Emitted[]) => Emitted>> = {
  grad: (at) => called('grad', [at]),
  max: (...args) => extremum('max', args),
  min: (...args) => extremum('min', args),
  pow: (base, exponent) => binary('^', base, exponent),
  softplus: (a) => called('torch.logaddexp', [a, literal(0)]),
};

function emit(expression: Expression, known: ReadonlySet<string>): Emitted {
  const down = (inner: Expression): Emitted => emit(inner, known);
  switch (expression.kind) {
    case 'number':
      return literal(expression.value);
    case 'name': {
      const { name } = expression;
      const value = known.has(name) ? undefined : constants.get(name);
      return value === undefined ? atom(pythonName(name)) : { ...atom(`math.${name}`), value };
    }
    case 'negate':
      return negation(down(expression.of));
    case 'binary':
      return binary(expression.operator, down(expression.left), down(expression.right));
    case 'call': {
      const args = expression.args.map(down);
      const own = Object.hasOwn(spelled, expression.name) ? spelled[expression.name] : undefined;
      return own === undefined ? called(`torch.${expression.name}`, args) : own(...args);
    }
  }
}

/** A program as Python: a line for each assignment, and the expression of its result. */
export interface PythonProgram {
  readonly lines: readonly string[];
  readonly result: string;
}

/**
 * A program as Python on float64 PyTorch tensors, elementwise; autograd follows the language's conventions on it (ties of
 * max and min split equally, sign(0) = abs'(0) = relu'(0) = 0), but for two things of PyTorch's own: sign(NaN) is 0, and 0
 * times an infinite derivative is NaN also where the 0 is a constant, as in sign'. It needs `import math`, `import torch`, float64 as the
 * default type, tensors for all names in `given`, and for `grad(…)` a function `grad`. Every assigned name is a tensor.
 *
 * @param given the names that have a value before the program: they come before the constants pi and e
 */
export function python(program: Program, given: Iterable<string>): PythonProgram {
  const known = new Set(given);
  const lines: string[] = [];
  let [bare, last] = ['', ''];
  program.statements.forEach(({ name, value }, i) => {
    const { text } = tensor(emit(value, known));
    const isResult = name === undefined && program.statements.slice(i + 1).every((later) => later.name !== undefined);
    if (name !== undefined) {
      known.add(name);
      last = pythonName(name);
      lines.push(`${last} = ${text}`);
    } else if (isResult && i === program.statements.length - 1) bare = text;
    else if (isResult) {
      bare = 'result';
      lines.push(`${bare} = ${text}`);
    }
  });
  return { lines, result: bare === '' ? last : bare };
}
