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
  const columns = Object.entries({ ...hessian(field), loss: field.value });
  const outputs = columns.map(([name, node]) => ({ name, node, carried: false }));
  const args = field.params.map(parameterInput);
  const kernel = compileLoop({ args, inputs: ['x', 'y'], outputs, stopsAtNonFinite: false });
  kernels.set(field, kernel);
  return kernel;
};

/**
 * Second derivatives, eigenvalues and eigenvectors of a loss at (x, y); NaN where the loss is not finite.
 * λ = m ± √(d² + xy²) with m = (xx + yy)/2 and d = (xx − yy)/2; the directions are at half the angle of (d, xy).
 */
export function curvatureAt(field: Field, params: Readonly<Record<string, number>>, x: number, y: number): Curvature {
  const kernel = kernelOf(field);
  field.params.forEach((name, i) => (kernel.args[i] = params[name] ?? NaN));
  (kernel.inputs['x'] as Float64Array)[0] = x;
  (kernel.inputs['y'] as Float64Array)[0] = y;
  kernel.run(0, 1);
  const number = (name: string): number => kernel.outputs[name]?.[0] as number;
  const [xx, xy, yy] = Number.isFinite(number('loss')) ? [number('xx'), number('xy'), number('yy')] : [NaN, NaN, NaN];
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

/** What a surface is like at a place, as far as its second derivatives tell. */
export type Shape = 'undefined' | 'flat' | 'bowl' | 'valley' | 'trough' | 'saddle' | 'ridge' | 'dome';

/** Curvatures whose ratio is below this look the same in every direction. */
const round = 3;
/** A curvature this many times smaller than the other one is none: rounding alone leaves as much. */
const negligible = 1e-12;

/** The shape that the eigenvalues tell: up both ways (bowl, or valley where one way is much flatter), down, or mixed. */
export function shapeOf({ eigenvalues: [most, least], condition }: Curvature): Shape {
  if (!Number.isFinite(most) || !Number.isFinite(least)) return 'undefined';
  const size = Math.max(Math.abs(most), Math.abs(least));
  const sign = (value: number): number => (Math.abs(value) <= size * negligible ? 0 : Math.sign(value));
  switch (`${sign(most)} ${sign(least)}`) {
    case '1 1':
      return condition < round ? 'bowl' : 'valley';
    case '1 0':
      return 'trough';
    case '1 -1':
      return 'saddle';
    case '0 -1':
      return 'ridge';
    case '-1 -1':
      return 'dome';
    default:
      return 'flat';
  }
}
