import { type Node, reachable } from './graph.ts';
import { apply, type Operation } from './operations.ts';

/** One recorded column of a loop: the node's value at each row; `carried` makes the last row's value the input `name`. */
export interface LoopColumn {
  readonly name: string;
  readonly node: Node;
  readonly carried: boolean;
}

/**
 * A program that runs once per row. Its inputs are `args` (fixed during a run), `inputs` (a column each, read at the
 * row) and the carried outputs (their value in the row before). An output that has the name of an input is written in
 * place, after the row has been read.
 */
export interface Loop {
  readonly args: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly LoopColumn[];
  /** Stop after the first row whose outputs do not add up to a finite number. */
  readonly stopsAtNonFinite: boolean;
}

/**
 * Rows that a kernel's memory holds: the longest run and its start; not a power of two, so that columns do not fall on
 * the same cache lines. Memory that is never touched costs nothing.
 */
export const capacity = 20_008;

/** Where a kernel works in a memory: its first byte, a multiple of 8, and how many rows each column has there. */
export interface Place {
  readonly offset: number;
  readonly rows: number;
}

/** The columns of a loop in the order of the memory: inputs, then the outputs that are not written in place. */
export const columnsOf = ({ inputs, outputs }: Loop): string[] => [
  ...inputs,
  ...outputs.map(({ name }) => name).filter((name) => !inputs.includes(name)),
];

/**
 * A loop ready to run. All kernels of a thread work in one memory, since only one runs at a time and an instance with a
 * memory of its own reserves gigabytes of addresses: what a kernel is given and what it answers is there until another
 * kernel is used. The memory: first the args, then `capacity` doubles per column, inputs before outputs.
 * `run(from, to)` computes rows from … to − 1 and returns `to`, or the row where it stopped (which is written): one with
 * a value that is not finite, or, rarely, one whose finite values overflow when added.
 */
export interface Kernel {
  readonly args: Float64Array;
  readonly inputs: Readonly<Record<string, Float64Array>>;
  readonly outputs: Readonly<Record<string, Float64Array>>;
  run(from: number, to: number): number;
}

/** Doubles before the first column: the args, rounded up to whole cache lines. */
export const argsLength = (loop: Loop): number => Math.ceil(loop.args.length / 8) * 8;

/** Views on a memory of a loop's layout. */
export function kernelOn(
  loop: Loop,
  memory: ArrayBuffer,
  run: Kernel['run'],
  { offset, rows }: Place = { offset: 0, rows: capacity },
): Kernel {
  const first = offset + 8 * argsLength(loop);
  const views = new Map(columnsOf(loop).map((name, i) => [name, new Float64Array(memory, first + 8 * rows * i, rows)]));
  const columns = (names: readonly string[]): Record<string, Float64Array> =>
    Object.fromEntries(names.map((name) => [name, views.get(name) as Float64Array]));
  const outputs = columns(loop.outputs.map(({ name }) => name));
  return { args: new Float64Array(memory, offset, loop.args.length), inputs: columns(loop.inputs), outputs, run };
}

/** Bytes that a loop's memory needs. */
export const memoryBytes = (loop: Loop, rows = capacity): number =>
  8 * (argsLength(loop) + rows * columnsOf(loop).length);

/** A kernel that walks the graph: slow, and the oracle for the emitted one. */
export function interpretLoop(loop: Loop, place?: Place, memory?: ArrayBuffer): Kernel {
  const order = reachable(loop.outputs.map((output) => output.node));
  const value = new Map<Node, number>();
  const run = (from: number, to: number): number => {
    for (let row = from; row < to; row += 1) {
      for (const node of order) value.set(node, compute(node, row));
      let sum = 0;
      for (const output of loop.outputs) {
        const result = value.get(output.node) as number;
        (kernel.outputs[output.name] as Float64Array)[row] = result;
        sum += result;
      }
      if (loop.stopsAtNonFinite && !Number.isFinite(sum)) return row;
    }
    return to;
  };
  const kernel = kernelOn(loop, memory ?? new ArrayBuffer(memoryBytes(loop)), run, place);
  const compute = (node: Node, row: number): number => {
    if (node.op === 'constant') return node.value as number;
    if (node.op !== 'input') {
      return apply(
        node.op as Operation,
        node.args.map((argument) => value.get(argument) as number),
      );
    }
    const name = node.name as string;
    const column = kernel.inputs[name];
    if (column !== undefined) return column[row] as number;
    const carried = kernel.outputs[name];
    if (carried !== undefined) return carried[row - 1] as number;
    return kernel.args[loop.args.indexOf(name)] as number;
  };
  return kernel;
}
