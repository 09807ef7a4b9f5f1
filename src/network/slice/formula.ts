import type { Slice } from './slice.ts';

/** A slice as a formula of x and y, the two directions; and how far it is off. */
export interface SliceFormula {
  readonly formula: string;
  /** Root of the mean square of ln(formula) − ln(loss) over the slice: 0.1 is about 10%. */
  readonly error: number;
}

/** Highest total degree of the polynomial. */
const degree = 8;
/** Losses at which a logarithm begins. */
const least = 1e-9;

/** Pairs of degrees [i, j] with i + j ≤ degree. */
const terms = Array.from({ length: degree + 1 }, (_, i) => Array.from({ length: degree + 1 - i }, (__, j) => [i, j] as const)).flat(); // prettier-ignore

/** Chebyshev's polynomials T_0 … T_degree at a place of [−1, 1]. */
function chebyshev(at: number): Float64Array {
  const values = new Float64Array(degree + 1);
  values[0] = 1;
  values[1] = at;
  for (let k = 2; k <= degree; k += 1) values[k] = 2 * at * (values[k - 1] as number) - (values[k - 2] as number);
  return values;
}

/** Solves a symmetric positive definite system, row by row, by elimination; both are overwritten. */
function solve(matrix: Float64Array, right: Float64Array, n: number): Float64Array {
  for (let k = 0; k < n; k += 1)
    for (let row = k + 1; row < n; row += 1) {
      const factor = (matrix[row * n + k] as number) / (matrix[k * n + k] as number);
      for (let i = k; i < n; i += 1) matrix[row * n + i] = (matrix[row * n + i] as number) - factor * (matrix[k * n + i] as number); // prettier-ignore
      right[row] = (right[row] as number) - factor * (right[k] as number);
    }
  for (let k = n - 1; k >= 0; k -= 1) {
    let sum = right[k] as number;
    for (let i = k + 1; i < n; i += 1) sum -= (matrix[k * n + i] as number) * (right[i] as number);
    right[k] = sum / (matrix[k * n + k] as number);
  }
  return right;
}

/** Logarithms of the losses; what is no number is as high as the highest. */
function logarithms({ loss }: Slice): Float64Array {
  const heights = loss.map((value) => Math.log(Math.max(value, least)));
  const most = heights.reduce(
    (top, height) => (Number.isFinite(height) ? Math.max(top, height) : top),
    Math.log(least),
  );
  return heights.map((height) => (Number.isFinite(height) ? height : most));
}

const number = (value: number): string => String(Number(value.toPrecision(4)));

/** A factor T_k of u or w in the formula's names. */
const factor = (name: string, k: number): string => (k === 1 ? name : `${name}_${k}`);

function written(coefficients: Float64Array, [a0, a1, b0, b1]: Slice['domain']): string {
  const scaled = (name: string, of: string, from: number, to: number): string =>
    `${name} = (${of} - (${number((from + to) / 2)}))/${number((to - from) / 2)}`;
  const powers = (name: string): string[] =>
    Array.from({ length: degree - 1 }, (_, i) => i + 2).map(
      (k) => `${factor(name, k)} = 2*${name}*${factor(name, k - 1)} - ${k === 2 ? '1' : factor(name, k - 2)}`,
    );
  const sum = terms.map(([i, j], k) => {
    const factors = [...(i > 0 ? [factor('u', i)] : []), ...(j > 0 ? [factor('w', j)] : [])];
    return [`(${number(coefficients[k] as number)})`, ...factors].join('*');
  });
  return [scaled('u', 'x', a0, a1), scaled('w', 'y', b0, b1), ...powers('u'), ...powers('w'), `exp(${sum.join(' + ')})`].join('\n'); // prettier-ignore
}

/**
 * The least-squares fit of ln(loss) by polynomials of both directions, exp of which is the formula: smooth where the slice
 * is, positive, and short enough to be typed.
 */
export function sliceFormula(slice: Slice): SliceFormula {
  const { columns, rows, domain } = slice;
  const n = terms.length;
  const [matrix, right] = [new Float64Array(n * n), new Float64Array(n)];
  const heights = logarithms(slice);
  const across = Array.from({ length: columns }, (_, i) => chebyshev((2 * i) / (columns - 1) - 1));
  const up = Array.from({ length: rows }, (_, j) => chebyshev((2 * j) / (rows - 1) - 1));
  const basis = new Float64Array(n);
  const at = (column: number, row: number): void =>
    terms.forEach(([i, j], k) => {
      basis[k] = ((across[column] as Float64Array)[i] as number) * ((up[row] as Float64Array)[j] as number);
    });
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      at(column, row);
      for (let k = 0; k < n; k += 1) {
        right[k] = (right[k] as number) + (basis[k] as number) * (heights[row * columns + column] as number);
        for (let i = 0; i < n; i += 1) matrix[k * n + i] = (matrix[k * n + i] as number) + (basis[k] as number) * (basis[i] as number); // prettier-ignore
      }
    }
  const coefficients = solve(matrix, right, n);
  let squares = 0;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      at(column, row);
      const fitted = basis.reduce((sum, value, k) => sum + value * (coefficients[k] as number), 0);
      squares += (fitted - (heights[row * columns + column] as number)) ** 2;
    }
  return { formula: written(coefficients, domain), error: Math.sqrt(squares / (rows * columns)) };
}
