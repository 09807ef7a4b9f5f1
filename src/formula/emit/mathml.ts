import { numeral, rounded } from '../fill.ts';
import { parse } from '../parse.ts';
import type { BinaryOperator, Expression, Program, Statement } from '../syntax.ts';
import { fenced, identifier, nameParts, numberParts, operator, row } from './symbols.ts';

/** How tightly what is shown holds together: a sum, a product, a negation, a power or function, one symbol. */
const tightness = { sum: 1, product: 2, negation: 3, power: 4, symbol: 5 } as const;

/** A shown expression, and what stands at its two ends, which decides how a product is written. */
interface Shown {
  readonly xml: string;
  readonly rank: number;
  readonly start: End;
  readonly end: End;
}
type End = 'number' | 'letter' | 'word' | 'function' | 'shape';

const shown = (xml: string, rank: number, start: End, end: End = start): Shown => ({ xml, rank, start, end });

const invisibleTimes = operator('\u2062');
const applied = operator('\u2061');

const spelled: Readonly<Record<string, string>> = {
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  relu: 'ReLU',
  sigmoid: 'σ',
  sign: 'sgn',
};
const indexed: Readonly<Record<string, string>> = { log2: '2', log10: '10' };

const functionName = (name: string): string => {
  const index = indexed[name];
  if (index !== undefined) return `<msub><mi>log</mi><mn>${index}</mn></msub>`;
  return name === 'grad' ? row('<mo form="prefix">∇</mo>', identifier('f')) : identifier(spelled[name] ?? name);
};

const enclosed = (expression: Expression, least: number): Shown => {
  const inner = show(expression);
  return inner.rank < least ? shown(fenced(inner.xml), tightness.symbol, 'shape') : inner;
};

/** A product: by juxtaposition where nobody can misread it, else with a dot. */
function product(left: Shown, right: Shown): Shown {
  const juxtaposed = right.start !== 'number' && left.end !== 'word' && right.start !== 'word';
  const spaced = right.start === 'function' || left.end === 'function';
  const sign = juxtaposed ? invisibleTimes + (spaced ? '<mspace width="0.17em"></mspace>' : '') : operator('⋅');
  return shown(row(left.xml, sign, right.xml), tightness.product, left.start, right.end);
}

const isCount = (expression: Expression): boolean =>
  expression.kind === 'number' && Number.isInteger(expression.value) && expression.value > 1;

function power(base: Expression, exponent: Expression): Shown {
  const above = show(exponent).xml;
  if (base.kind === 'name') {
    const { base: stem, index, word } = nameParts(base.name);
    const xml = index === undefined ? `<msup>${stem}${above}</msup>` : `<msubsup>${stem}${index}${above}</msubsup>`;
    return shown(xml, tightness.power, word ? 'word' : 'letter', 'shape');
  }
  if (base.kind === 'call' && isCount(exponent) && isWritten(base.name)) {
    const name = `<msup>${functionName(base.name)}${above}</msup>`;
    return shown(row(name, applied, list(base.args)), tightness.power, 'function', 'function');
  }
  const below = show(base);
  if (below.rank < tightness.symbol) return shown(fenced(below.xml, '(', ')', above), tightness.power, 'shape');
  return shown(`<msup>${below.xml}${above}</msup>`, tightness.power, below.start, 'shape');
}

const binary: Readonly<Record<BinaryOperator, (left: Expression, right: Expression) => Shown>> = {
  '+': (left, right) => sum('+', left, right),
  '-': (left, right) => sum('−', left, right),
  '*': (left, right) => {
    const factor = show(right);
    const tight = factor.rank <= tightness.product || right.kind === 'negate';
    return product(
      enclosed(left, tightness.product),
      tight ? shown(fenced(factor.xml), tightness.symbol, 'shape') : factor,
    );
  },
  '/': (left, right) => shown(`<mfrac>${show(left).xml}${show(right).xml}</mfrac>`, tightness.power, 'shape'),
  '^': power,
};

/** What is added or taken away. */
const addend = (expression: Expression): Shown =>
  enclosed(expression, expression.kind === 'negate' ? tightness.symbol : tightness.product);

function sum(sign: string, left: Expression, right: Expression): Shown {
  const first = show(left);
  const second = addend(right);
  return shown(row(first.xml, operator(sign), second.xml), tightness.sum, first.start, second.end);
}

/** The terms of a sum, the later ones with their signs before them. */
function terms(expression: Expression): string[] {
  const sign = expression.kind === 'binary' ? { '+': '+', '-': '−' }[expression.operator as string] : undefined;
  if (expression.kind !== 'binary' || sign === undefined) return [show(expression).xml];
  return [...terms(expression.left), row(`<mo form="infix">${sign}</mo>`, addend(expression.right).xml)];
}

const list = (args: readonly Expression[]): string =>
  fenced(args.map((argument) => show(argument).xml).join('<mo separator="true">,</mo>'));

/** e^a, or exp(a) where a superscript would be too small to read. */
function exponential(of: Expression): Shown {
  const { xml } = show(of);
  if (/<mfrac>|<msqrt>/.test(xml)) return shown(row('<mi>exp</mi>', applied, fenced(xml)), tightness.power, 'function');
  return shown(`<msup><mi>e</mi>${xml}</msup>`, tightness.power, 'letter', 'shape');
}

/** Functions that have a notation of their own; the others are a name and arguments. */
const notations: Readonly<Record<string, (a: Expression, b: Expression) => Shown>> = {
  abs: (a) => shown(fenced(show(a).xml, '|', '|'), tightness.symbol, 'shape'),
  floor: (a) => shown(fenced(show(a).xml, '⌊', '⌋'), tightness.symbol, 'shape'),
  sqrt: (a) => shown(`<msqrt>${show(a).xml}</msqrt>`, tightness.symbol, 'shape'),
  exp: exponential,
  pow: power,
};
const isWritten = (name: string): boolean => !Object.hasOwn(notations, name);

function call(name: string, args: readonly Expression[]): Shown {
  const notation = isWritten(name) ? undefined : notations[name];
  if (notation !== undefined) return notation(args[0] as Expression, args[1] as Expression);
  return shown(row(functionName(name), applied, list(args)), tightness.power, 'function');
}

function show(expression: Expression): Shown {
  switch (expression.kind) {
    case 'number': {
      const { xml, product: isProduct, power: isPower } = numberParts(expression.value);
      return shown(xml, isProduct ? tightness.product : isPower ? tightness.power : tightness.symbol, 'number');
    }
    case 'name': {
      const { base, index, word } = nameParts(expression.name);
      const xml = index === undefined ? base : `<msub>${base}${index}</msub>`;
      return shown(xml, tightness.symbol, word ? 'word' : 'letter');
    }
    case 'negate': {
      // A number with a power of ten is a product, but nobody misreads a minus sign before it.
      const of = expression.of.kind === 'number' ? show(expression.of) : enclosed(expression.of, tightness.negation);
      return shown(row('<mo form="prefix">−</mo>', of.xml), tightness.negation, 'shape', of.end);
    }
    case 'binary':
      return binary[expression.operator](expression.left, expression.right);
    case 'call':
      return call(expression.name, expression.args);
  }
}

const assigned = (name: string): string => show({ kind: 'name', name, span: { offset: 0, length: 0 } }).xml;

const line = ({ name, value }: Statement): string =>
  name === undefined ? show(value).xml : row(assigned(name), operator('←'), show(value).xml);

const cells = ({ name, value }: Statement): string => {
  const left = name === undefined ? ['', ''] : [assigned(name), operator('←')];
  return `<mtr>${[...left, show(value).xml].map((cell) => `<mtd>${cell}</mtd>`).join('')}</mtr>`;
};

const math = (inner: string): string => `<math>${inner}</math>`;

/**
 * A program as one `<math>` element in MathML Core, which browsers draw without a library or a font. Several statements
 * become a table with three columns: the name, the arrow, the value.
 */
export function mathml(program: Program): string {
  const { statements } = program;
  const [only] = statements;
  if (only !== undefined && statements.length === 1) return math(line(only));
  return math(`<mtable displaystyle="true">${statements.map(cells).join('')}</mtable>`);
}

/** The MathML of a formula's text. Throws FormulaError. */
export const mathmlOf = (text: string): string => mathml(parse(text));

/** What a step assigns along a coordinate: that coordinate for x, the others with it as an index, `v_x` or `β_{1,y}`. */
const assignedAlong = (name: string, coordinate: string): string => {
  if (name === 'x') return identifier(coordinate);
  const { base, index } = nameParts(name);
  const along = identifier(coordinate);
  return `<msub>${base}${index === undefined ? along : row(index, '<mo separator="true">,</mo>', along)}</msub>`;
};

/**
 * A statement with a step's numbers as a `<math>` element, `v_x ← 0.9⋅0.2 − 0.1⋅3 = −0.12`: numbers rounded to so many
 * significant digits, the result once where the expression is no more than it. What may begin a line is a child of the
 * element: the name, each term, the result.
 */
export function mathmlFilled(
  { name, coordinate }: { readonly name: string | undefined; readonly coordinate: string },
  filled: Expression,
  value: number,
  digits = 6,
): string {
  const left = name === undefined ? [] : [row(assignedAlong(name, coordinate), '<mo form="infix">←</mo>')];
  const expression = terms(rounded(filled, digits));
  const result = show(rounded(numeral(value, filled.span), digits)).xml;
  const right = expression.join('') === result ? [] : [row('<mo form="infix">=</mo>', result)];
  return math([...left, ...expression, ...right].join(''));
}

const entry = (value: number, digits: number): string =>
  show(rounded(numeral(value, { offset: 0, length: 0 }), digits)).xml;

/**
 * A matrix with its name as a `<math>` element, numbers rounded to so many significant digits. Its brackets are the
 * table's own edges, as few fonts have brackets that grow.
 */
export function mathmlMatrix(name: string, rows: readonly (readonly number[])[], digits = 4): string {
  const lines = rows.map((cells) => `<mtr>${cells.map((cell) => `<mtd>${entry(cell, digits)}</mtd>`).join('')}</mtr>`);
  return math(row(identifier(name), operator('='), `<mtable class="matrix">${lines.join('')}</mtable>`));
}
