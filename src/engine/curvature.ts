import { gradient } from '../formula/backprop.ts';
import { compileLoop } from '../formula/emit/wasm.ts';
import type { Node } from '../formula/graph.ts';
import type { Kernel } from '../formula/loop.ts';
import { type Field, parameterInput } from './field.ts';

/** The second derivatives of a loss at a point, and what they say about it. */
export interface Curvature {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  /** Eigenvalues, the larger first. */
  readonly eigenvalues: readonly [number, number];
  /** Unit eigenvectors in the same order. */
  readonly eigenvectors: readonly [readonly [number, number], readonly [number, number]];
  /** |λ| largest over |λ| smallest; Infinity where the loss is flat in one direction. */
  readonly condition: number;
}

const kernels = new WeakMap<Field, Kernel>();

/** The Hessian as nodes of the field's own graph: backpropagation applied to the gradient that it yielded before. */
export function hessian({ graph, gx, gy }: Field): { xx: Node; xy: Node; yy: Node } {
  const [x, y] = [graph.input('x'), graph.input('y')];
  const [xx, xy] = gradient(graph, gx, [x, y]) as [Node, Node];
  const [yy] = gradient(graph, gy, [y]) as [Node];
  return { xx, xy, yy };
}

const kernelOf = (field: Field): Kernel => {
  const known = kernels.get(field);
  if (known !== undefined) return known;
  const outputs = Object.entries(hessian(field)).map(([name, node]) => ({ name, node, carried: false }));
  const args = field.params.map(parameterInput);
  const kernel = compileLoop({ args, inputs: ['x', 'y'], outputs, stopsAtNonFinite: false });
  kernels.set(field, kernel);
  return kernel;
};

/**
 * Second derivatives, eigenvalues and eigenvectors of a loss at (x, y).
 * λ = m ± √(d² + xy²) with m = (xx + yy)/2 and d = (xx − yy)/2; the directions are at half the angle of (d, xy).
 */
export function curvatureAt(field: Field, params: Readonly<Record<string, number>>, x: number, y: number): Curvature {
  const kernel = kernelOf(field);
  field.params.forEach((name, i) => (kernel.args[i] = params[name] ?? NaN));
  (kernel.inputs['x'] as Float64Array)[0] = x;
  (kernel.inputs['y'] as Float64Array)[0] = y;
  kernel.run(0, 1);
  const [xx, xy, yy] = ['xx', 'xy', 'yy'].map((name) => kernel.outputs[name]?.[0] as number) as [
    number,
    number,
    number,
  ];
  const middle = (xx + yy) / 2;
  const half = (xx - yy) / 2;
  const radius = Math.hypot(half, xy);
  const angle = Math.atan2(xy, half) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const eigenvalues = [middle + radius, middle - radius] as const;
  const sizes = eigenvalues.map(Math.abs) as [number, number];
  return {
    xx,
    xy,
    yy,
    eigenvalues,
    eigenvectors: [
      [c, s],
      [-s, c],
    ],
    condition: Math.max(...sizes) / Math.min(...sizes),
  };
}

/**
 * The largest rate at which descent with momentum mu is stable on a quadratic of this curvature: 2(1 + mu)/λmax, 2/λmax
 * for plain descent (mu = 0). Infinity where no direction curves upward. Polyak 1964, doi:10.1016/0041-5553(64)90137-5.
 */
export const stableRate = ({ eigenvalues }: Curvature, mu = 0): number =>
  eigenvalues[0] > 0 ? (2 * (1 + mu)) / eigenvalues[0] : Infinity;
