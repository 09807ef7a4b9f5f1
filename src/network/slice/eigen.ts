/** An eigenvalue of a symmetric matrix, with its eigenvector of length 1. */
export interface Eigen {
  readonly value: number;
  readonly vector: Float64Array;
}

const sweeps = 30;

/** The rotation that makes a[p][q] of a symmetric matrix 0: its cosine and sine. */
function rotation(app: number, aqq: number, apq: number): { cosine: number; sine: number } {
  const theta = (aqq - app) / (2 * apq);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  return { cosine, sine: tangent * cosine };
}

/** Replaces entries i and j of a line by their rotation; `step` from one entry to the next. */
function rotate(
  numbers: Float64Array,
  first: number,
  step: number,
  i: number,
  j: number,
  cosine: number,
  sine: number,
) {
  const [a, b] = [numbers[first + i * step] as number, numbers[first + j * step] as number];
  numbers[first + i * step] = cosine * a - sine * b;
  numbers[first + j * step] = sine * a + cosine * b;
}

/**
 * Eigenvalues and eigenvectors of a symmetric n×n matrix, row by row, the largest first. Cyclic rotations until what is
 * off the diagonal has vanished. Jacobi 1846, doi:10.1515/crll.1846.30.51.
 */
export function eigen(matrix: Float64Array, n: number): Eigen[] {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let off = 0;
    for (let p = 0; p < n; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        const apq = a[p * n + q] as number;
        if (apq === 0) continue;
        off = Math.max(off, Math.abs(apq));
        const { cosine, sine } = rotation(a[p * n + p] as number, a[q * n + q] as number, apq);
        for (let k = 0; k < n; k += 1) rotate(a, k * n, 1, p, q, cosine, sine);
        for (let k = 0; k < n; k += 1) rotate(a, k, n, p, q, cosine, sine);
        for (let k = 0; k < n; k += 1) rotate(vectors, k * n, 1, p, q, cosine, sine);
      }
    if (off === 0) break;
  }
  return Array.from({ length: n }, (_, i) => ({
    value: a[i * n + i] as number,
    vector: Float64Array.from({ length: n }, (__, k) => vectors[k * n + i] as number),
  })).sort((x, y) => y.value - x.value);
}
