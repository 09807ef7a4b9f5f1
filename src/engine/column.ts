import { build } from '../formula/build.ts';
import { compileLoop } from '../formula/emit/wasm.ts';
import { Graph } from '../formula/graph.ts';
import type { Kernel } from '../formula/loop.ts';
import { parse } from '../formula/parse.ts';

/** A schedule as a formula of s, the steps already taken, and of the value that it schedules. */
export interface ScheduleProgram {
  readonly formula: string;
  readonly values: Readonly<Record<string, number>>;
}

const kernels = new Map<string, Kernel>();

const kernelOf = (formula: string, names: readonly string[]): Kernel => {
  const key = `${names.join()}|${formula}`;
  const known = kernels.get(key);
  if (known !== undefined) return known;
  const graph = new Graph();
  const inputs = new Map([...names, 's'].map((name) => [name, graph.input(name)]));
  const { result } = build(graph, parse(formula), inputs);
  const outputs = [{ name: 'value', node: result, carried: false }];
  const kernel = compileLoop({ args: names, inputs: ['s'], outputs, stopsAtNonFinite: false });
  kernels.set(key, kernel);
  return kernel;
};

/**
 * Writes the scheduled value at s = from … to − 1 into `column`.
 *
 * @param name what the formula calls the value that is scheduled: lr or mu
 */
export function writeSchedule(
  column: Float64Array,
  schedule: ScheduleProgram,
  name: string,
  value: number,
  from = 0,
  to = column.length,
): void {
  if (schedule.formula === name) {
    column.fill(value, from, to);
    return;
  }
  const given: Record<string, number> = { ...schedule.values, [name]: value };
  const names = Object.keys(given);
  const kernel = kernelOf(schedule.formula, names);
  names.forEach((key, i) => (kernel.args[i] = given[key] as number));
  const steps = kernel.inputs['s'] as Float64Array;
  for (let s = from; s < to; s += 1) steps[s] = s;
  kernel.run(from, to);
  column.set((kernel.outputs['value'] as Float64Array).subarray(from, to), from);
}
