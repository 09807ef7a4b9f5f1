import { FormulaError, type Fault } from './errors.ts';
import { functions, isFunction } from './functions.ts';
import type { BinaryOperator, Expression, Program, Span, Statement } from './syntax.ts';
import { tokens, type Token } from './tokens.ts';

/** How large a program may be: characters, parts of the syntax tree, and depth of nesting. */
export interface Limits {
  readonly length: number;
  readonly nodes: number;
  readonly nesting: number;
}

/** Limits for programs that people type. */
export const limits: Limits = { length: 2000, nodes: 1000, nesting: 64 };
/** Limits for programs that are written out from rows of data. */
export const writtenLimits: Limits = { length: 60_000, nodes: 6000, nesting: 64 };

/** Distributive union: an Expression before its span is known. */
type Bare = Expression extends infer E ? (E extends Expression ? Omit<E, 'span'> : never) : never;

class Parser {
  private readonly text: string;
  private readonly list: readonly Token[];
  private readonly limits: Limits;
  private position = 0;
  private nodes = 0;
  private depth = 0;

  constructor(text: string, within: Limits) {
    this.text = text;
    this.limits = within;
    this.list = tokens(text);
  }

  private get token(): Token {
    return this.list[this.position] as Token;
  }

  /** What stands before the current token, for messages. */
  private get before(): string {
    const token = this.list[this.position - 1];
    return token === undefined || token.kind === 'separator' ? '' : token.text;
  }

  private is(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  private next(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.position += 1;
    return token;
  }

  private fail(fault: Fault, span: Span = this.token): never {
    throw new FormulaError(fault, this.text, span);
  }

  private node(bare: Bare, from: Span): Expression {
    this.nodes += 1;
    const { nodes } = this.limits;
    if (this.nodes > nodes) this.fail({ code: 'nodes', limit: nodes }, from);
    const last = this.list[Math.max(0, this.position - 1)] as Token;
    return { ...bare, span: { offset: from.offset, length: last.offset + last.length - from.offset } } as Expression;
  }

  private nested<T>(inside: () => T): T {
    this.depth += 1;
    const { nesting } = this.limits;
    if (this.depth > nesting) this.fail({ code: 'nesting', limit: nesting });
    const result = inside();
    this.depth -= 1;
    return result;
  }

  program(): Program {
    const statements: Statement[] = [];
    for (;;) {
      while (this.token.kind === 'separator') this.next();
      if (this.token.kind === 'end') break;
      statements.push(this.statement());
      const after = this.token;
      if (after.kind === 'separator' || after.kind === 'end') continue;
      if (this.is(')')) this.fail({ code: 'unopened' });
      this.fail({ code: 'unexpected', found: after.text, after: this.before });
    }
    if (statements.length === 0) this.fail({ code: 'empty' }, { offset: 0, length: this.text.length });
    return { text: this.text, statements };
  }

  private statement(): Statement {
    const from = this.token;
    const equals = this.list[this.position + 1];
    if (from.kind !== 'name' || equals?.kind !== 'symbol' || equals.text !== '=') {
      return { value: this.sum() };
    }
    if (isFunction(from.text)) this.fail({ code: 'functionName', name: from.text });
    this.position += 2;
    return { name: from.text, value: this.sum() };
  }

  private sum(): Expression {
    const from = this.token;
    let left = this.product();
    while (this.is('+') || this.is('-')) {
      const operator = this.next().text as BinaryOperator;
      const right = this.product();
      left = this.node({ kind: 'binary', operator, left, right }, from);
    }
    return left;
  }

  private product(): Expression {
    const from = this.token;
    let left = this.unary();
    let divided = false;
    for (;;) {
      const explicit = this.is('*') || this.is('/');
      if (!explicit && !this.multipliesSilently()) return left;
      if (!explicit && divided) this.fail({ code: 'ambiguous', left: this.before });
      const operator = explicit ? (this.next().text as BinaryOperator) : '*';
      divided = operator === '/';
      const right = explicit ? this.unary() : this.power();
      left = this.node({ kind: 'binary', operator, left, right }, from);
    }
  }

  /** `2x`, `3(x+1)`, `(x+1)(y-1)`, `(x+1)y`, `2 sin(x)`: after a number or ")", before a name or "(". */
  private multipliesSilently(): boolean {
    const last = this.list[this.position - 1];
    const ends = last?.kind === 'number' || (last?.kind === 'symbol' && last.text === ')');
    return ends && (this.token.kind === 'name' || this.is('('));
  }

  private unary(): Expression {
    const from = this.token;
    if (this.is('-') || this.is('+')) {
      const negative = this.next().text === '-';
      const of = this.nested(() => this.unary());
      return negative ? this.node({ kind: 'negate', of }, from) : of;
    }
    return this.power();
  }

  private power(): Expression {
    const from = this.token;
    const left = this.primary();
    if (!this.is('^')) return left;
    this.next();
    const right = this.nested(() => this.unary());
    return this.node({ kind: 'binary', operator: '^', left, right }, from);
  }

  private primary(): Expression {
    const token = this.token;
    if (token.kind === 'number') {
      this.next();
      return this.node({ kind: 'number', value: Number(token.text) }, token);
    }
    if (token.kind === 'name') {
      this.next();
      return this.is('(') ? this.call(token) : this.name(token);
    }
    if (!this.is('(')) this.fail({ code: 'expected', expected: 'operand', after: this.before });
    this.next();
    const inside = this.nested(() => this.sum());
    this.close(token);
    return inside;
  }

  /** A function's name may also be that of a value, as `floor` is in the cosine schedule; without one, `build` says so. */
  private name(token: Token): Expression {
    const follows = this.token.kind === 'name' || this.token.kind === 'number';
    if (token.text === 'grad' || (follows && isFunction(token.text)))
      this.fail({ code: 'functionName', name: token.text }, token);
    return this.node({ kind: 'name', name: token.text }, token);
  }

  private call(token: Token): Expression {
    const name = token.text;
    if (!isFunction(name) && name !== 'grad')
      this.fail({ code: name.length === 1 ? 'notFunction' : 'unknownFunction', name }, token);
    const open = this.next();
    const args: Expression[] = [];
    if (!this.is(')')) {
      args.push(this.nested(() => this.sum()));
      while (this.is(',')) {
        this.next();
        args.push(this.nested(() => this.sum()));
      }
    }
    this.close(open);
    const [least, most] = isFunction(name) ? functions[name] : [1, 1];
    if (args.length < least || args.length > most)
      this.fail({ code: 'arguments', name, least, most, found: args.length }, token);
    return this.node({ kind: 'call', name, args }, token);
  }

  private close(open: Token): void {
    if (this.is(')')) this.next();
    else if (this.token.kind === 'end' || this.token.kind === 'separator') this.fail({ code: 'unclosed' }, open);
    else this.fail({ code: 'unexpected', found: this.token.text, after: this.before });
  }
}

/**
 * Reads a program: statements `name = expression` or bare expressions, separated by newlines or `;`.
 * `^` is right-associative and binds tighter than unary minus; a number or `)` directly before a name or `(` multiplies.
 * Throws FormulaError, with the position, for everything else.
 */
export function parse(text: string, within: Limits = limits): Program {
  if (text.length > within.length)
    throw new FormulaError({ code: 'length', limit: within.length, found: text.length }, text, {
      offset: within.length,
      length: 1,
    });
  return new Parser(text, within).program();
}
