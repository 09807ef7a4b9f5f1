import fc from 'fast-check';

const unary = ['sin', 'tanh', 'sigmoid', 'softplus', 'atan', 'abs', 'relu', 'floor'];
const binary = ['+', '-', '*', 'max', 'min', 'hypot'];

const written = (op: string, a: string, b: string): string => {
  if (unary.includes(op)) return `${op}(${a})`;
  return op.length === 1 ? `${a} ${op} ${b}` : `${op}(${a}, ${b})`;
};

/**
 * Random programs with much sharing: up to 12 statements, each an operation on one or two of x, y and the statements
 * before it, so that many paths lead to an input. Values stay moderate.
 */
export const sharing: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...unary, ...binary, ...binary), fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    const known = ['x', 'y'];
    const lines = steps.map(([op, i, j], n) => {
      // Mostly the latest ones: what nothing uses is not part of the graph.
      const pick = (k: number): string => known[Math.max(0, known.length - 1 - (k % 3))] as string;
      const line = `v${n} = ${written(op, pick(i), pick(j))}`;
      known.push(`v${n}`);
      return line;
    });
    return lines.join('\n');
  });

/** y = x squared `times` times: 2^times paths through 2·times edges. */
export const squaring = (times: number): string =>
  ['y = x', ...Array.from({ length: times }, () => 'y = y*y')].join('\n');
