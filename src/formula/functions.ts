/** How many arguments each function of the language takes: [at least, at most]. */
const one = [1, 1] as const;
const two = [2, 2] as const;
const many = [2, 64] as const;

export const functions = {
  abs: one,
  sign: one,
  sqrt: one,
  exp: one,
  log: one,
  log2: one,
  log10: one,
  sin: one,
  cos: one,
  tan: one,
  asin: one,
  acos: one,
  atan: one,
  atan2: two,
  sinh: one,
  cosh: one,
  tanh: one,
  sigmoid: one,
  relu: one,
  softplus: one,
  min: many,
  max: many,
  hypot: two,
  floor: one,
  pow: two,
} as const;

export type FunctionName = keyof typeof functions;

export const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

/** Names that mean a number unless the program or its inputs give them another meaning. */
export const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);
