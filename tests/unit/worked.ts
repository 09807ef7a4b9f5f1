/** A program at a point with its value and derivatives, all computed by hand: the steps stand beside them. */
interface Worked {
  readonly title: string;
  readonly program: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly value: number;
  readonly gradients: Readonly<Record<string, number>>;
  readonly paths: Readonly<Record<string, bigint>>;
}

/** σ(1)(1 − σ(1)) = e/(1 + e)². */
const slopeAtOne = Math.E / (1 + Math.E) ** 2;

export const worked: readonly Worked[] = [
  {
    // c = 3, d = 2. ∂e/∂c = d = 2, ∂e/∂d = c = 3; a gets 2·1; b gets 2·1 from c and 3·1 from d.
    title: 'two ways from b',
    program: 'c = a + b; d = b + 1; e = c*d',
    inputs: { a: 2, b: 1 },
    value: 6,
    gradients: { a: 2, b: 5, c: 2, d: 3, e: 1 },
    paths: { a: 1n, b: 2n },
  },
  {
    // −12 + 2 = −10, doubled. The sum hands 2 to both; multiply swaps: 2·(−4), 2·3; max routes 2 to z.
    title: 'gates',
    program: '2*(x*y + max(z, w))',
    inputs: { x: 3, y: -4, z: 2, w: -1 },
    value: -20,
    gradients: { x: -8, y: 6, z: 2, w: 0 },
    paths: { x: 1n, y: 1n, z: 1n, w: 1n },
  },
  {
    // s = 2·(−1) + (−3)·(−2) − 3 = 1. ∂s/∂w0 = x0, ∂s/∂x0 = w0, ∂s/∂w1 = x1, ∂s/∂x1 = w1, ∂s/∂w2 = 1.
    title: 'a sigmoid neuron',
    program: 'sigmoid(w0*x0 + w1*x1 + w2)',
    inputs: { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 },
    value: 1 / (1 + 1 / Math.E),
    gradients: { w0: -slopeAtOne, x0: 2 * slopeAtOne, w1: -2 * slopeAtOne, x1: -3 * slopeAtOne, w2: slopeAtOne },
    paths: { w0: 1n, x0: 1n, w1: 1n, x1: 1n, w2: 1n },
  },
  {
    // q = 9 + 16 = 25, n = 5. ∂n/∂q = 1/(2·5) = 0.1; the squares hand down 0.1·2·3 and 0.1·2·4.
    title: 'a norm',
    program: 'q = x^2 + y^2; n = sqrt(q)',
    inputs: { x: 3, y: 4 },
    value: 5,
    gradients: { x: 0.6, y: 0.8, q: 0.1, n: 1 },
    paths: { x: 2n, y: 2n },
  },
  {
    // softplus(0) = log(1 + 1); its slope is σ(0) = 1/2, times 3.
    title: 'softplus at 0',
    program: '3*softplus(x)',
    inputs: { x: 0 },
    value: 3 * Math.LN2,
    gradients: { x: 1.5 },
    paths: { x: 1n },
  },
  {
    // All three are the largest: each gets a third of 6.
    title: 'a tie of max',
    program: '6*max(x, y, z)',
    inputs: { x: 2, y: 2, z: 2 },
    value: 12,
    gradients: { x: 2, y: 2, z: 2 },
    paths: { x: 1n, y: 1n, z: 1n },
  },
  {
    // x gets 7·abs′(0) = 7·0 and y gets |0| = 0.
    title: 'the tip of an absolute value',
    program: 'abs(x)*y',
    inputs: { x: 0, y: 7 },
    value: 0,
    gradients: { x: 0, y: 0 },
    paths: { x: 1n, y: 1n },
  },
  {
    // s = 3: 9 + 3. s gets 1 from the sum and 3 + 3 from the square; x and y get all of it.
    title: 'a shared part',
    program: 's = x + y; s*s + s',
    inputs: { x: 1, y: 2 },
    value: 12,
    gradients: { x: 7, y: 7, s: 7 },
    paths: { x: 3n, y: 3n },
  },
  {
    // As the base x gets 2·2^1 = 4, as the exponent 2²·log 2.
    title: 'x to the power x',
    program: 'x^x',
    inputs: { x: 2 },
    value: 4,
    gradients: { x: 4 + 4 * Math.LN2 },
    paths: { x: 2n },
  },
  {
    // x² + y² = 5: y gets x/5 = 0.4 and x gets −y/5 = −0.2.
    title: 'an angle',
    program: 'atan2(y, x)',
    inputs: { y: 1, x: 2 },
    value: Math.atan(0.5),
    gradients: { y: 0.4, x: -0.2 },
    paths: { y: 1n, x: 1n },
  },
  {
    // p = 2.25, q = 5.0625. q gets 2q = 10.125, p gets 10.125·2p = 45.5625, x gets 45.5625·2x = 8x⁷.
    title: 'repeated squaring',
    program: 'p = x*x; q = p*p; q*q',
    inputs: { x: 1.5 },
    value: 25.62890625,
    gradients: { x: 136.6875, p: 45.5625, q: 10.125 },
    paths: { x: 8n },
  },
  {
    // s = 4: 1/4. ∂/∂s = −a/s² = −1/16; a gets 1/s = 1/4 and −1/16, b only −1/16.
    title: 'a share, as in a softmax',
    program: 's = a + b; a/s',
    inputs: { a: 1, b: 3 },
    value: 0.25,
    gradients: { a: 0.1875, b: -0.0625, s: -0.0625 },
    paths: { a: 2n, b: 1n },
  },
];
