import type { Span } from './syntax.ts';
import type { Language } from './text.ts';

/** What is wrong, with everything that its sentence needs. */
export type Fault =
  | { readonly code: 'expected'; readonly expected: string; readonly after: string }
  | { readonly code: 'unexpected'; readonly found: string; readonly after: string }
  | { readonly code: 'character'; readonly found: string }
  | { readonly code: 'number'; readonly found: string }
  | { readonly code: 'unclosed' }
  | { readonly code: 'unopened' }
  | { readonly code: 'empty' }
  | { readonly code: 'notFunction'; readonly name: string }
  | { readonly code: 'unknownFunction'; readonly name: string }
  | { readonly code: 'functionName'; readonly name: string }
  | { readonly code: 'ambiguous'; readonly left: string }
  | {
      readonly code: 'arguments';
      readonly name: string;
      readonly least: number;
      readonly most: number;
      readonly found: number;
    }
  | { readonly code: 'unknownName'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'length'; readonly limit: number; readonly found: number }
  | { readonly code: 'nodes'; readonly limit: number }
  | { readonly code: 'nesting'; readonly limit: number }
  | { readonly code: 'gradNested' }
  | { readonly code: 'gradCount'; readonly limit: number }
  | { readonly code: 'noUpdate' }
  | { readonly code: 'reserved'; readonly name: string };

const shown = (text: string): string => (text === '' ? '' : `"${text}"`);
const counts = (least: number, most: number, or: string): string =>
  least === most ? `${least}` : `${least} ${or} ${most}`;

const english = (fault: Fault): string => {
  switch (fault.code) {
    case 'expected':
      return `expected ${fault.expected === 'operand' ? 'a number, a name or "("' : shown(fault.expected)}${fault.after === '' ? '' : ` after ${shown(fault.after)}`}`;
    case 'unexpected':
      return `found ${shown(fault.found)} after ${shown(fault.after)}, expected an operator or the end of the statement`;
    case 'character':
      return `${shown(fault.found)} is not part of the language`;
    case 'number':
      return `${shown(fault.found)} is not a number: expected digits such as 1, .5 or 1e-8`;
    case 'unclosed':
      return 'this "(" is never closed: expected ")"';
    case 'unopened':
      return 'this ")" has no "(" before it';
    case 'empty':
      return 'the formula is empty: expected an expression such as x^2 + y^2';
    case 'notFunction':
      return `"${fault.name}" is not a function: to multiply, write ${fault.name}*(…)`;
    case 'unknownFunction':
      return `there is no function "${fault.name}": to multiply, write ${fault.name}*(…)`;
    case 'functionName':
      return `"${fault.name}" is a function: expected "(" after it, and it cannot be assigned`;
    case 'ambiguous':
      return `this can be read in two ways: write "*", or parentheses, after ${shown(fault.left)}`;
    case 'arguments':
      return `${fault.name} takes ${counts(fault.least, fault.most, 'to')} argument${fault.most === 1 ? '' : 's'}, found ${fault.found}`;
    case 'unknownName':
      return `"${fault.name}" has no value here: expected one of ${fault.known.join(', ')}`;
    case 'length':
      return `the formula has ${fault.found} characters, the limit is ${fault.limit}`;
    case 'nodes':
      return `the formula has more than ${fault.limit} parts`;
    case 'nesting':
      return `nested more than ${fault.limit} deep`;
    case 'gradNested':
      return 'grad(…) inside grad(…) is not possible';
    case 'gradCount':
      return `grad(…) may stand at most ${fault.limit} times in a rule`;
    case 'noUpdate':
      return 'the rule never assigns x: expected a statement x = …';
    case 'reserved':
      return `"${fault.name}" is given to the rule and cannot be one of its own names`;
  }
};

const chinese = (fault: Fault): string => {
  switch (fault.code) {
    case 'expected':
      return `${fault.after === '' ? '此处' : `${shown(fault.after)} 之后`}应为${fault.expected === 'operand' ? '数字、名称或 "("' : ` ${shown(fault.expected)}`}`;
    case 'unexpected':
      return `${shown(fault.after)} 之后出现了 ${shown(fault.found)}，应为运算符或语句结尾`;
    case 'character':
      return `${shown(fault.found)} 不是公式语言中的字符`;
    case 'number':
      return `${shown(fault.found)} 不是数字：应写成 1、.5 或 1e-8 这样的形式`;
    case 'unclosed':
      return '这个 "(" 没有闭合：缺少 ")"';
    case 'unopened':
      return '这个 ")" 之前没有 "("';
    case 'empty':
      return '公式为空：应为表达式，例如 x^2 + y^2';
    case 'notFunction':
      return `"${fault.name}" 不是函数：若要相乘，请写成 ${fault.name}*(…)`;
    case 'unknownFunction':
      return `没有名为 "${fault.name}" 的函数：若要相乘，请写成 ${fault.name}*(…)`;
    case 'functionName':
      return `"${fault.name}" 是函数：其后应为 "("，且不能被赋值`;
    case 'ambiguous':
      return `这里有两种读法：请在 ${shown(fault.left)} 之后写出 "*" 或加括号`;
    case 'arguments':
      return `${fault.name} 需要 ${counts(fault.least, fault.most, '到')} 个参数，实际为 ${fault.found} 个`;
    case 'unknownName':
      return `"${fault.name}" 在此处没有值：可用的名称有 ${fault.known.join('、')}`;
    case 'length':
      return `公式有 ${fault.found} 个字符，上限为 ${fault.limit}`;
    case 'nodes':
      return `公式的组成部分超过 ${fault.limit} 个`;
    case 'nesting':
      return `嵌套超过 ${fault.limit} 层`;
    case 'gradNested':
      return 'grad(…) 之内不能再有 grad(…)';
    case 'gradCount':
      return `一条规则中 grad(…) 最多出现 ${fault.limit} 次`;
    case 'noUpdate':
      return '规则没有给 x 赋值：应有语句 x = …';
    case 'reserved':
      return `"${fault.name}" 是规则的既定名称，不能另作他用`;
  }
};

/** What is wrong with a program, and where: the only error that input in the formula language can cause. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly fault: Fault;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly offset: number;
  readonly length: number;

  constructor(fault: Fault, text: string, span: Span) {
    const before = text.slice(0, span.offset);
    const line = before.split('\n').length;
    const column = span.offset - before.lastIndexOf('\n');
    super(`line ${line}, column ${column}: ${english(fault)}`);
    this.fault = fault;
    this.line = line;
    this.column = column;
    this.offset = span.offset;
    this.length = span.length;
  }

  get code(): Fault['code'] {
    return this.fault.code;
  }

  /** The message in the reader's language, position first. */
  sentence(language: Language): string {
    return language === 'en' ? this.message : `第 ${this.line} 行第 ${this.column} 列：${chinese(this.fault)}`;
  }
}
