import { type Graph, type Node, reachable } from './graph.ts';
import type { Operation } from './operations.ts';

/**
 * The same computation in another graph, or at another point: `roots` rebuilt in `graph` with inputs replaced by the
 * nodes in `replacements`; inputs that are not in it stay inputs.
 */
export function substitute(graph: Graph, roots: readonly Node[], replacements: ReadonlyMap<string, Node>): Node[] {
  const rebuilt = new Map<Node, Node>();
  const at = (node: Node): Node => rebuilt.get(node) as Node;
  for (const node of reachable(roots)) {
    if (node.op === 'constant') rebuilt.set(node, graph.constant(node.value as number));
    else if (node.op === 'input') {
      const name = node.name as string;
      rebuilt.set(node, replacements.get(name) ?? graph.input(name));
    } else rebuilt.set(node, graph.op(node.op as Operation, ...node.args.map(at)));
  }
  return roots.map(at);
}
