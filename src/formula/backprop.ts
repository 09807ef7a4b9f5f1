import { type Derive, localDerivatives } from './derivatives.ts';
import { type Graph, type Node, reachable } from './graph.ts';

/** Multiplies the gradient that a node has received by a local derivative, without the detour over 1 and −1 and 1/b. */
function handDown(graph: Graph, received: Node, local: Node): Node {
  if (local.op === 'div' && local.args[0]?.value === 1) return graph.op('div', received, local.args[1] as Node);
  return graph.op('mul', received, local);
}

/**
 * What a square a·a hands down: both contributions at once, 2·received·a. Doubling is exact wherever it is done, so it
 * is done to the shallower factor, off the longest way through the graph.
 */
function handDownSquare(graph: Graph, received: Node, a: Node): Node {
  const two = graph.constant(2);
  return received.depth < a.depth
    ? graph.op('mul', graph.op('mul', two, received), a)
    : graph.op('mul', received, graph.op('mul', two, a));
}

/** What one user hands down to one argument: its own gradient times the local derivative. */
export interface Contribution {
  readonly user: Node;
  /** Which of the user's arguments receives it. */
  readonly index: number;
  /** What is accumulated in the argument. */
  readonly node: Node;
  /** The part of `node` that this edge hands down: 1, or ½ where a square a·a hands both of its contributions at once. */
  readonly share: 1 | 0.5;
}

/** A backward pass: the gradient that each node has received, and every contribution in the order of accumulation. */
export interface BackwardPass {
  readonly received: ReadonlyMap<Node, Node>;
  readonly contributions: readonly Contribution[];
}

/**
 * Backpropagation, edge by edge: the derivative of `root` by every node that depends on `inputs`, as nodes of the same
 * graph. Each node is visited once, after all of its users; each user's contribution, (its own gradient) × (local
 * derivative), is accumulated in it. Nodes on which no gradient arrives are absent. `derive` may replace the local
 * derivatives, see `breaking`.
 */
export function backwardPass(
  graph: Graph,
  root: Node,
  inputs: readonly Node[],
  derive: Derive = localDerivatives,
): BackwardPass {
  const order = reachable([root]);
  const active = new Set<Node>(inputs);
  for (const node of order) if (node.args.some((argument) => active.has(argument))) active.add(node);
  const received = new Map<Node, Node>([[root, graph.constant(1)]]);
  const contributions: Contribution[] = [];
  for (const user of order.reverse()) {
    const total = received.get(user);
    if (total === undefined || !active.has(user)) continue;
    const accumulate = (argument: Node, node: Node): void => {
      const before = received.get(argument);
      received.set(argument, before === undefined ? node : graph.op('add', before, node));
    };
    const [first, second] = user.args;
    const locals = derive(graph, user, (argument) => active.has(argument));
    if (user.op === 'mul' && first !== undefined && first === second && locals.every((local) => local === first)) {
      const node = handDownSquare(graph, total, first);
      accumulate(first, node);
      for (const index of [0, 1]) contributions.push({ user, index, node, share: 0.5 });
      continue;
    }
    user.args.forEach((argument, index) => {
      const local = locals[index];
      if (local === undefined) return;
      const node = handDown(graph, total, local);
      accumulate(argument, node);
      contributions.push({ user, index, node, share: 1 });
    });
  }
  return { received, contributions };
}

/** Backpropagation without its edges: the derivative of `root` by every node that depends on `inputs`. */
export const backprop = (
  graph: Graph,
  root: Node,
  inputs: readonly Node[],
  derive: Derive = localDerivatives,
): ReadonlyMap<Node, Node> => backwardPass(graph, root, inputs, derive).received;

/** ∂root/∂input for each input, as nodes of the same graph; the constant 0 where root does not depend on it. */
export function gradient(graph: Graph, root: Node, inputs: readonly Node[], derive: Derive = localDerivatives): Node[] {
  const received = backprop(graph, root, inputs, derive);
  return inputs.map((input) => received.get(input) ?? graph.constant(0));
}
