import { type Node, reachable } from './graph.ts';
import type { Operation } from './operations.ts';

/** About how many nanoseconds a power takes, and whatever else WebAssembly has no instruction for. */
const power = 60;
const imported = 20;

const instructions: ReadonlySet<string> = new Set<Operation | 'constant' | 'input'>([
  ...(['constant', 'input', 'add', 'sub', 'mul', 'div', 'neg'] as const),
  ...(['abs', 'sign', 'sqrt', 'relu', 'min', 'max', 'floor'] as const),
]);

/** About how many nanoseconds one operation takes, by its name: for limits, which need no more than its order. */
export const costOf = (op: string): number => (op === 'pow' ? power : instructions.has(op) ? 1 : imported);

/** How long something is: its operations, and the nanoseconds that they take, roughly. */
export interface Size {
  readonly parts: number;
  readonly time: number;
}

/** The size of all that some nodes are made of. */
export function sizeOf(roots: readonly Node[]): Size {
  const nodes = reachable(roots);
  return { parts: nodes.length, time: nodes.reduce((sum, { op }) => sum + costOf(op), 0) };
}
