import type { Expression, Span } from './syntax.ts';

/** A number as an expression: below 0 (−0 too) a negation, as it would be written, so that parentheses come right. */
export const numeral = (value: number, span: Span): Expression =>
  value < 0 || Object.is(value, -0)
    ? { kind: 'negate', of: { kind: 'number', value: -value, span }, span }
    : { kind: 'number', value, span };

/** The number that an expression is, where it is no more than one. */
const numberOf = (expression: Expression): number | undefined => {
  if (expression.kind === 'number') return expression.value;
  return expression.kind === 'negate' && expression.of.kind === 'number' ? -expression.of.value : undefined;
};

/** An expression rebuilt from its leaves: what `leaf` gives for numbers and names, everything else as it was. */
function rebuilt(expression: Expression, leaf: (expression: Expression) => Expression): Expression {
  const down = (inner: Expression): Expression => rebuilt(inner, leaf);
  if (numberOf(expression) !== undefined) return leaf(expression);
  switch (expression.kind) {
    case 'number':
    case 'name':
      return leaf(expression);
    case 'negate':
      return { ...expression, of: down(expression.of) };
    case 'binary':
      return { ...expression, left: down(expression.left), right: down(expression.right) };
    case 'call':
      return { ...expression, args: expression.args.map(down) };
  }
}

/** An expression with each name that has a value replaced by it. */
export const fill = (expression: Expression, values: ReadonlyMap<string, number>): Expression =>
  rebuilt(expression, (leaf) => {
    const value = leaf.kind === 'name' ? values.get(leaf.name) : undefined;
    return value === undefined ? leaf : numeral(value, leaf.span);
  });

/** An expression with its numbers rounded to so many significant digits, for showing; −0 becomes 0. */
export const rounded = (expression: Expression, digits: number): Expression =>
  rebuilt(expression, (leaf) => {
    const value = numberOf(leaf);
    return value === undefined ? leaf : numeral(Number(value.toPrecision(digits)) + 0, leaf.span);
  });
