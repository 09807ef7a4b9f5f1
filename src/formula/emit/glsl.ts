import { type Node, reachable } from '../graph.ts';
import type { Operation } from '../operations.ts';

/** A float32 literal; what float32 cannot hold is an expression that overflows to the same infinity. */
const literal = (value: number): string => {
  if (Number.isNaN(value)) return '(0.0 / 0.0)';
  if (Math.abs(value) > 3.4e38) return value > 0 ? '(1.0 / 0.0)' : '(-1.0 / 0.0)';
  const digits = String(Math.fround(value) === value ? value : Number(value.toPrecision(9)));
  const number = /[.e]/.test(digits) ? digits : `${digits}.0`;
  return value < 0 ? `(${number})` : number;
};

const infix = (operator: string) => (a: string, b: string) => `(${a} ${operator} ${b})`;
const call =
  (name: string) =>
  (...args: string[]) =>
    `${name}(${args.join(', ')})`;
const folded =
  (name: string) =>
  (first: string, ...rest: string[]) =>
    rest.reduce((left, right) => `${name}(${left}, ${right})`, first);

const emitters: Record<Operation, (...args: string[]) => string> = {
  add: infix('+'),
  sub: infix('-'),
  mul: infix('*'),
  div: infix('/'),
  neg: (a) => `(-${a})`,
  pow: call('f_pow'),
  abs: call('abs'),
  sign: call('sign'),
  sqrt: call('f_sqrt'),
  exp: call('exp'),
  log: call('f_log'),
  log2: call('f_log2'),
  log10: (a) => `(f_log(${a}) * ${literal(Math.LOG10E)})`,
  sin: call('f_sin'),
  cos: call('f_cos'),
  tan: (a) => `(f_sin(${a}) / f_cos(${a}))`,
  asin: call('f_asin'),
  acos: (a) => `(${literal(Math.PI / 2)} - f_asin(${a}))`,
  atan: call('f_atan'),
  atan2: call('f_atan2'),
  sinh: call('f_sinh'),
  cosh: call('f_cosh'),
  tanh: call('f_tanh'),
  sigmoid: (a) => `(1.0 / (1.0 + exp(-${a})))`,
  relu: (a) => `max(${a}, 0.0)`,
  softplus: (a) => `(max(${a}, 0.0) + log(1.0 + exp(-abs(${a}))))`,
  min: folded('min'),
  max: folded('max'),
  hypot: (a, b) => `length(vec2(${a}, ${b}))`,
  floor: call('floor'),
};

/**
 * Functions that GLSL leaves inexact or undefined where the language defines them: powers, roots and logarithms of
 * negative numbers, sine and
 * cosine, which drivers may approximate to 2^-11 (here reduced by π/2 in three parts, then polynomials), inverse functions
 * that some drivers approximate to 1e-4, hyperbolic functions that overflow.
 */
export const glslFunctions = `
float f_pow(float a, float b) {
  if (b == 0.0) return 1.0;
  float whole = floor(b);
  float size = pow(abs(a), b);
  if (a >= 0.0) return size;
  if (whole != b) return 0.0 / 0.0;
  return mod(whole, 2.0) == 1.0 ? -size : size;
}
float f_log(float a) { return a < 0.0 ? 0.0 / 0.0 : log(a); }
float f_log2(float a) { return a < 0.0 ? 0.0 / 0.0 : log2(a); }
float f_sqrt(float a) { return mix(sqrt(a), 0.0 / 0.0, a < 0.0); }
float f_wave(float a, float ahead) {
  float quarters = floor(a * 0.636619772 + 0.5);
  float r = ((a - quarters * 1.5703125) - quarters * 4.83751297e-4) - quarters * 7.54978995e-8;
  float s = r * r;
  float sine = r + r * s * ((-1.95152959e-4 * s + 8.33216087e-3) * s - 0.166666546);
  float cosine = 1.0 - 0.5 * s + s * s * ((2.44331571e-5 * s - 1.38873163e-3) * s + 4.16666457e-2);
  float quarter = mod(quarters + ahead, 4.0);
  float value = mod(quarter, 2.0) == 0.0 ? sine : cosine;
  return quarter < 2.0 ? value : -value;
}
float f_sin(float a) { return f_wave(a, 0.0); }
float f_cos(float a) { return f_wave(a, 1.0); }
float f_atan(float a) {
  float size = abs(a);
  float reciprocal = size > 1.0 ? 1.0 / size : size;
  bool high = reciprocal > 0.414213562;
  float z = high ? (reciprocal - 1.0) / (reciprocal + 1.0) : reciprocal;
  float s = z * z;
  float value = z + z * s * (((8.05374449538e-2 * s - 1.38776856032e-1) * s + 1.99777106478e-1) * s - 3.33329491539e-1);
  value += high ? 0.785398163 : 0.0;
  value = size > 1.0 ? 1.57079633 - value : value;
  return a < 0.0 ? -value : value;
}
float f_atan2(float y, float x) {
  if (x > 0.0) return f_atan(y / x);
  if (x < 0.0) return f_atan(y / x) + (y < 0.0 ? -3.14159265 : 3.14159265);
  return y > 0.0 ? 1.57079633 : y < 0.0 ? -1.57079633 : 0.0;
}
float f_asin(float a) { return f_atan2(a, f_sqrt((1.0 - a) * (1.0 + a))); }
float f_sinh(float a) {
  float s = a * a;
  return abs(a) < 0.5 ? a * (1.0 + s * (0.166666667 + s * (8.33333333e-3 + s * 1.98412698e-4))) : 0.5 * (exp(a) - exp(-a));
}
float f_cosh(float a) { return 0.5 * (exp(a) + exp(-a)); }
float f_tanh(float a) {
  float s = a * a;
  if (abs(a) < 0.3) return a * (1.0 + s * (-0.333333333 + s * (0.133333333 + s * (-5.39682540e-2 + s * 2.18694885e-2))));
  float decayed = exp(-2.0 * abs(a));
  return sign(a) * (1.0 - decayed) / (1.0 + decayed);
}
`;

/**
 * GLSL ES 3.00 statements that declare `float <output> = …;` for each output, float32. Every node that is used more than
 * once is a variable of its own, so the text grows with the graph and not with the number of paths.
 *
 * @param inputName the GLSL expression of an input, such as `u_a` for `p.a`
 * @param neverNegative nodes whose roots need no guard, since the nodes are never negative
 */
export function glsl(
  outputs: Readonly<Record<string, Node>>,
  inputName: (name: string) => string,
  neverNegative: ReadonlySet<Node> = new Set(),
): { body: string } {
  const roots = Object.values(outputs);
  const order = reachable(roots);
  const uses = new Map<Node, number>();
  for (const node of order) for (const argument of node.args) uses.set(argument, (uses.get(argument) ?? 0) + 1);
  for (const root of roots) uses.set(root, (uses.get(root) ?? 0) + 1);
  const shown = new Map<Node, string>();
  const lines: string[] = [];
  for (const node of order) {
    if (node.op === 'constant') shown.set(node, literal(node.value as number));
    else if (node.op === 'input') shown.set(node, inputName(node.name as string));
    else {
      const isPlainRoot = node.op === 'sqrt' && neverNegative.has(node.args[0] as Node);
      const emit = isPlainRoot ? call('sqrt') : emitters[node.op];
      const expression = emit(...node.args.map((argument) => shown.get(argument) as string));
      const repeats = node.op === 'softplus' || node.op === 'tan';
      const parts = node.args.some((argument) => (shown.get(argument) as string).length > 200);
      if ((uses.get(node) ?? 0) > 1 || repeats || parts) {
        lines.push(`float n${node.id} = ${expression};`);
        shown.set(node, `n${node.id}`);
      } else shown.set(node, expression);
    }
  }
  for (const [name, node] of Object.entries(outputs)) lines.push(`float ${name} = ${shown.get(node) as string};`);
  return { body: lines.join('\n') };
}
