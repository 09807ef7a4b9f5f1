import { nameOf } from '../../formula/emit/symbols.ts';
import type { Gate } from '../../formula/circuit.ts';
import { short } from './number.ts';

/** A piece of a gate's sign: upright, or in italics as letters are, or raised, or lowered. */
export interface Sign {
  readonly text: string;
  readonly style?: 'letter' | 'raised' | 'lowered';
}

const plain = (text: string): Sign => ({ text });
const raised = (text: string): Sign => ({ text, style: 'raised' });
/** Stands for the argument where a constant is the other. */
const argument: Sign = { text: 'x', style: 'letter' };

/** A name as mathematics writes it: β with a lowered 1 for beta1. */
export function nameSigns(name: string): Sign[] {
  const { stem, index } = nameOf(name);
  const letter: Sign = [...stem].length === 1 ? { text: stem, style: 'letter' } : plain(stem);
  return index === undefined ? [letter] : [letter, { text: index, style: 'lowered' }];
}

const infix: Readonly<Record<string, string>> = { add: '+', sub: '−', mul: '×', div: '÷' };

const unary: Readonly<Record<string, readonly Sign[]>> = {
  neg: [plain('−'), argument],
  abs: [plain('|'), argument, plain('|')],
  sqrt: [plain('√')],
  exp: [plain('exp')],
  log2: [plain('log'), { text: '2', style: 'lowered' }],
  log10: [plain('log'), { text: '10', style: 'lowered' }],
  asin: [plain('arcsin')],
  acos: [plain('arccos')],
  atan: [plain('arctan')],
  floor: [plain('⌊'), argument, plain('⌋')],
};

/** An operation one of whose two arguments is a constant: the constant is part of the sign. */
function withConstant(op: string, constant: number, isFirst: boolean): Sign[] | undefined {
  const number = short(constant);
  switch (op) {
    case 'add':
    case 'mul':
      return [plain(`${infix[op]} ${constant < 0 ? `(${number})` : number}`)];
    case 'sub':
    case 'div':
      if (!isFirst) return [plain(`${infix[op]} ${constant < 0 ? `(${number})` : number}`)];
      return op === 'div' ? [plain(`${number}/`), argument] : [plain(`${number} − `), argument];
    case 'pow':
      return isFirst ? [plain(number), raised('x')] : [argument, raised(number)];
    default:
      return undefined;
  }
}

/** What stands for the arguments where there are constants among them. */
const letters = ['x', 'y', 'z', 'u', 'v', 'w'].map((text): Sign => ({ text, style: 'letter' }));

/** A call with its constants written out, where there are any: max(x, 0, y). */
function called(name: string, { args }: Gate): Sign[] {
  if (args.every(({ active }) => active)) return [plain(name)];
  const varying = [...new Set(args.flatMap((wire) => (wire.active ? [wire.argument] : [])))];
  const list = args.flatMap(({ active, argument: of }, i): Sign[] => [
    ...(i === 0 ? [] : [plain(', ')]),
    active ? (letters[varying.indexOf(of)] ?? plain('…')) : plain(short(of.node.value as number)),
  ]);
  return [plain(`${name}(`), ...list, plain(')')];
}

/** The sign of a gate: an input's name, a constant's number, or the operation with the constants among its arguments. */
export function signsOf(gate: Gate): Sign[] {
  const { node, args } = gate;
  const { op } = node;
  if (op === 'constant') return [plain(short(node.value as number))];
  if (op === 'input') return nameSigns(gate.names[0] ?? (node.name as string));
  if (op === 'mul' && args[0]?.argument === args[1]?.argument) return [argument, raised('2')];
  const place = args.findIndex(({ active }) => !active);
  const constant = args[place]?.argument.node.value;
  const known = constant === undefined ? undefined : withConstant(op, constant, place === 0);
  if (known !== undefined) return known;
  if (args.length === 1) return [...(unary[op] ?? [plain(op)])];
  return op in infix ? [plain(infix[op] as string)] : called(op, gate);
}

/** The sign of a gate as plain text. */
export const signText = (gate: Gate): string =>
  signsOf(gate)
    .map(({ text, style }) => (style === 'raised' ? `^${text}` : style === 'lowered' ? `_${text}` : text))
    .join('')
    .replaceAll('^2', '²');

/** An operation on arguments that are given as text: 2 + (−1), 3², max(2, −1). */
export function applied({ node: { op }, args }: Gate, texts: readonly string[]): string {
  const wrapped = (text: string): string => (text.startsWith('−') ? `(${text})` : text);
  const [first = '', ...rest] = texts;
  if (op === 'mul' && args[0]?.argument === args[1]?.argument) return `${wrapped(first)}²`;
  if (op in infix) return [first, ...rest.map(wrapped)].join(` ${infix[op]} `);
  if (op === 'pow') return texts.map(wrapped).join('^');
  return op === 'neg' ? `−${wrapped(first)}` : `${op}(${texts.join(', ')})`;
}
