import type { Expression, Program } from './syntax.ts';

const precedence = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 } as const;
const negation = 3;
const atom = 5;

const rank = (expression: Expression): number => {
  if (expression.kind === 'binary') return precedence[expression.operator];
  return expression.kind === 'negate' ? negation : atom;
};

const wrapped = (expression: Expression, least: number): string =>
  rank(expression) < least ? `(${printExpression(expression)})` : printExpression(expression);

/** An expression as text with as few parentheses as give back the same tree. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'negate':
      return `-${wrapped(expression.of, negation)}`;
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(', ')})`;
    case 'binary': {
      const { operator, left, right } = expression;
      const own = precedence[operator];
      if (operator === '^') return `${wrapped(left, atom)}^${wrapped(right, negation)}`;
      const gap = own === 1 ? ' ' : '';
      return `${wrapped(left, own)}${gap}${operator}${gap}${wrapped(right, own + 1)}`;
    }
  }
}

/** A program as text, a statement a line; `parse(print(p))` has the same tree, and so the same graph, as p. */
export function print(program: Program): string {
  return program.statements
    .map(({ name, value }) => (name === undefined ? printExpression(value) : `${name} = ${printExpression(value)}`))
    .join('\n');
}
