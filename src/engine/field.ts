import { gradient } from '../formula/backprop.ts';
import { build } from '../formula/build.ts';
import { compileLoop } from '../formula/emit/wasm.ts';
import { Graph, type Node } from '../formula/graph.ts';
import { capacity, type Kernel, type Loop } from '../formula/loop.ts';
import { parse, writtenLimits } from '../formula/parse.ts';

/** The name that a surface's parameter has as a graph input. */
export const parameterInput = (name: string): string => `p.${name}`;

/** A point's loss and gradient. */
export interface Sample {
  readonly loss: number;
  readonly gx: number;
  readonly gy: number;
}

/** f(x, y) and its gradient: as nodes of one graph, and compiled to float64 WebAssembly. */
export interface Field {
  readonly graph: Graph;
  readonly value: Node;
  readonly gx: Node;
  readonly gy: Node;
  /** What the formula gives names to. */
  readonly named: ReadonlyMap<string, Node>;
  readonly params: readonly string[];
  /** Loss and gradient at one point. */
  at(params: Readonly<Record<string, number>>, x: number, y: number): Sample;
  /** Loss, and where asked for the gradient, at every (xs[i], ys[i]). */
  sample(
    params: Readonly<Record<string, number>>,
    xs: Float64Array,
    ys: Float64Array,
    loss: Float64Array,
    gx?: Float64Array,
    gy?: Float64Array,
  ): void;
}

const fieldLoop = (params: readonly string[], columns: Readonly<Record<string, Node>>): Loop => ({
  args: params.map(parameterInput),
  inputs: ['x', 'y'],
  outputs: Object.entries(columns).map(([name, node]) => ({ name, node, carried: false })),
  stopsAtNonFinite: false,
});

const compileField = (formula: string, params: readonly string[]): Field => {
  const graph = new Graph();
  const x = graph.input('x');
  const y = graph.input('y');
  const inputs = new Map([
    ['x', x],
    ['y', y],
  ]);
  for (const name of params) inputs.set(name, graph.input(parameterInput(name)));
  const { result: value, named } = build(graph, parse(formula, writtenLimits), inputs);
  const [gx, gy] = gradient(graph, value, [x, y]) as [Node, Node];
  let losses: Kernel | undefined;
  let gradients: Kernel | undefined;
  const withGradient = (): Kernel => (gradients ??= compileLoop(fieldLoop(params, { loss: value, gx, gy })));
  const withoutGradient = (): Kernel => (losses ??= compileLoop(fieldLoop(params, { loss: value })));
  const setArgs = (kernel: Kernel, given: Readonly<Record<string, number>>): void =>
    params.forEach((name, i) => (kernel.args[i] = given[name] ?? NaN));
  return {
    graph,
    value,
    gx,
    gy,
    named,
    params,
    at(given, x, y) {
      const kernel = withGradient();
      const { inputs, outputs } = kernel as unknown as FieldMemory;
      setArgs(kernel, given);
      inputs.x[0] = x;
      inputs.y[0] = y;
      kernel.run(0, 1);
      return { loss: outputs.loss[0] as number, gx: outputs.gx[0] as number, gy: outputs.gy[0] as number };
    },
    sample(given, xs, ys, loss, gradientX, gradientY) {
      const kernel = gradientX === undefined ? withoutGradient() : withGradient();
      const { inputs, outputs } = kernel as unknown as FieldMemory;
      setArgs(kernel, given);
      for (let start = 0; start < xs.length; start += capacity) {
        const rows = Math.min(capacity, xs.length - start);
        inputs.x.set(xs.subarray(start, start + rows));
        inputs.y.set(ys.subarray(start, start + rows));
        kernel.run(0, rows);
        loss.set(outputs.loss.subarray(0, rows), start);
        gradientX?.set(outputs.gx.subarray(0, rows), start);
        gradientY?.set(outputs.gy.subarray(0, rows), start);
      }
    },
  };
};

interface FieldMemory {
  readonly inputs: { readonly x: Float64Array; readonly y: Float64Array };
  readonly outputs: { readonly loss: Float64Array; readonly gx: Float64Array; readonly gy: Float64Array };
}

const cache = new Map<string, Field>();
const cacheSize = 64;

/** The compiled field of a formula, cached by its text. Throws FormulaError. */
export function fieldOf(formula: string, params: readonly string[]): Field {
  const key = `${params.join()}|${formula}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const field = compileField(formula, params);
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value as string);
  cache.set(key, field);
  return field;
}
