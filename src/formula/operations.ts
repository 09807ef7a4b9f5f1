/**
 * The operations that a graph is made of, with their float64 meaning. Every emitter follows this table.
 *
 * Conventions: sign(0) = 0; relu(x) = max(x, 0); NaN passes through all of them; sigmoid(x) = 1/(1 + e^−x);
 * softplus(x) = max(x, 0) + log(1 + e^−|x|), which does not overflow.
 */
export const operations = {
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  neg: (a: number) => -a,
  pow: Math.pow,
  abs: Math.abs,
  sign: (a: number) => (a > 0 ? 1 : a < 0 ? -1 : a),
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  atan2: Math.atan2,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sigmoid: (a: number) => 1 / (1 + Math.exp(-a)),
  relu: (a: number) => Math.max(a, 0),
  softplus: (a: number) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  min: Math.min,
  max: Math.max,
  hypot: (a: number, b: number) => Math.hypot(a, b),
  floor: Math.floor,
} as const satisfies Record<string, (...args: number[]) => number>;

export type Operation = keyof typeof operations;

/** Applies an operation to values; min and max take any number of them. */
export const apply = (op: Operation, args: readonly number[]): number =>
  (operations[op] as (...values: readonly number[]) => number)(...args);
