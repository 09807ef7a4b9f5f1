import { build } from '../formula/build.ts';
import { compileLoop } from '../formula/emit/wasm.ts';
import { Graph } from '../formula/graph.ts';
import type { Kernel } from '../formula/loop.ts';
import { freeNames } from '../formula/names.ts';
import { parse } from '../formula/parse.ts';
import type { Run } from './run.ts';
import type { Axis } from './step.ts';

const kernels = new Map<string, Kernel>();

const kernelOf = (formula: string): Kernel => {
  const known = kernels.get(formula);
  if (known !== undefined) return known;
  const graph = new Graph();
  const program = parse(formula);
  const names = freeNames(program);
  const { result } = build(graph, program, new Map(names.map((name) => [name, graph.input(name)])));
  const outputs = [{ name: 'value', node: result, carried: false }];
  const kernel = compileLoop({ args: [], inputs: names, outputs, stopsAtNonFinite: false });
  kernels.set(formula, kernel);
  return kernel;
};

/** A column of a run by the name that a rule has for it: x, lr, mu, or a name of its state. */
const columnOf = ({ columns }: Run, name: string, axis: Axis): Float64Array =>
  (name === 'x' ? columns[axis] : (columns[name] ?? columns[`${name}.${axis}`])) as Float64Array;

/** A formula in a rule's names, such as x + mu*v, at every row of a run, for one coordinate. Throws FormulaError. */
export function derived(formula: string, run: Run, axis: Axis): Float64Array {
  if (formula === 'x') return columnOf(run, 'x', axis);
  const kernel = kernelOf(formula);
  for (const [name, input] of Object.entries(kernel.inputs)) input.set(columnOf(run, name, axis));
  kernel.run(0, run.steps + 1);
  return (kernel.outputs['value'] as Float64Array).slice(0, run.steps + 1);
}
