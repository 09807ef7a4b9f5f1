import { type Node, reachable } from './graph.ts';
import { apply, type Operation } from './operations.ts';

/** The float64 value of every node of a list in which each node follows its arguments. Inputs without a value are NaN. */
export function evaluate(order: readonly Node[], inputs: Readonly<Record<string, number>>): Map<Node, number> {
  const result = new Map<Node, number>();
  for (const node of order) {
    if (node.op === 'constant') result.set(node, node.value as number);
    else if (node.op === 'input') result.set(node, inputs[node.name as string] ?? NaN);
    else {
      const args = node.args.map((argument) => result.get(argument) as number);
      result.set(node, apply(node.op as Operation, args));
    }
  }
  return result;
}

/** The float64 value of every node that `roots` depend on. */
export const values = (roots: readonly Node[], inputs: Readonly<Record<string, number>>): Map<Node, number> =>
  evaluate(reachable(roots), inputs);

/** The float64 values of `roots`. */
export function interpret(roots: readonly Node[], inputs: Readonly<Record<string, number>>): number[] {
  const all = values(roots, inputs);
  return roots.map((root) => all.get(root) as number);
}
