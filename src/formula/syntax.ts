/** A stretch of source text: where it starts (0-based) and how long it is. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

/** The syntax tree of an expression, as it was written: nothing folded, nothing reordered. */
export type Expression = (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
) & { readonly span: Span };

/** `name = value`, or a bare expression. */
export interface Statement {
  readonly name?: string;
  readonly value: Expression;
}

/** One or more statements; the last bare expression, or else the last assigned name, is the result. */
export interface Program {
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** Each sub-expression once, children before parents. */
export function walk(expression: Expression, visit: (expression: Expression) => void): void {
  if (expression.kind === 'negate') walk(expression.of, visit);
  if (expression.kind === 'binary') {
    walk(expression.left, visit);
    walk(expression.right, visit);
  }
  if (expression.kind === 'call') for (const argument of expression.args) walk(argument, visit);
  visit(expression);
}
