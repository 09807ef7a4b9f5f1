import fc from 'fast-check';
import { functions } from '../../src/formula/functions.ts';
import type { BinaryOperator, Expression, Program } from '../../src/formula/syntax.ts';

const span = { offset: 0, length: 0 };
const names = ['x', 'y', 'a', 'pi', 'e'];

const number: fc.Arbitrary<Expression> = fc
  .oneof(
    { arbitrary: fc.integer({ min: 0, max: 9 }), weight: 8 },
    { arbitrary: fc.double({ min: 1e-3, max: 10, noNaN: true }), weight: 4 },
    fc.double({ min: 0, max: 1e300, noNaN: true }),
    fc.constantFrom(0.5, 1e-8, 1e21),
  )
  .map((value) => ({ kind: 'number', value: Math.abs(value), span }));

const expressionOver = (known: readonly string[]): fc.Arbitrary<Expression> =>
  fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'expression' },
      fc.oneof(
        number,
        fc.constantFrom(...known).map((name): Expression => ({ kind: 'name', name, span })),
      ),
      fc
        .tuple(fc.constantFrom<BinaryOperator>('+', '-', '*', '/', '^'), tie('expression'), tie('expression'))
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, span })),
      tie('expression').map((of): Expression => ({ kind: 'negate', of, span })),
      fc
        .constantFrom(...Object.entries(functions))
        .chain(([name, [least, most]]) =>
          fc
            .array(tie('expression'), { minLength: least, maxLength: Math.min(most, 4) })
            .map((args): Expression => ({ kind: 'call', name, args, span })),
        ),
    ),
  })).expression;

/** Random programs: up to three named statements, each of which may use the names before it, then an expression. */
export const programs: fc.Arbitrary<Program> = fc.integer({ min: 0, max: 3 }).chain((count) => {
  const named = ['u', 'v', 'w'].slice(0, count);
  const values = [...named, ''].map((_, i) => expressionOver([...names, ...named.slice(0, i)]));
  return fc.tuple(...values).map((list) => ({
    text: '',
    statements: list.map((value, i) => (named[i] === undefined ? { value, span } : { name: named[i], value, span })),
  }));
});

/** A program without positions and text, for comparing what it means. */
export const shape = (program: Program): unknown =>
  JSON.parse(JSON.stringify(program.statements, (key, value: unknown) => (key === 'span' ? undefined : value)));
