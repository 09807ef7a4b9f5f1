import { type Graph, type Node, reachable } from './graph.ts';

/**
 * The local derivatives of a node by each of its arguments, as nodes of the same graph; undefined stands for 0.
 *
 * Conventions: at a tie max and min split the gradient equally; abs'(0) = sign(0) = 0; relu'(0) = 0; floor' = sign' = 0.
 * Only the arguments for which `wanted` holds are asked for, so a constant exponent never produces a log.
 */
export function localDerivatives(graph: Graph, node: Node, wanted: (argument: Node) => boolean): (Node | undefined)[] {
  const num = (value: number): Node => graph.constant(value);
  const op = graph.op.bind(graph);
  const [a, b] = node.args as [Node, Node];
  const square = (of: Node): Node => op('mul', of, of);
  const each = (...derivatives: (() => Node | undefined)[]): (Node | undefined)[] =>
    derivatives.map((derivative, i) => (wanted(node.args[i] as Node) ? derivative() : undefined));
  switch (node.op) {
    case 'constant':
    case 'input':
      return [];
    case 'add':
      return each(
        () => num(1),
        () => num(1),
      );
    case 'sub':
      return each(
        () => num(1),
        () => num(-1),
      );
    case 'mul':
      return each(
        () => b,
        () => a,
      );
    case 'div':
      return each(
        () => op('div', num(1), b),
        () => op('neg', op('div', node, b)),
      );
    case 'neg':
      return each(() => num(-1));
    case 'pow':
      return each(
        () => op('mul', b, op('pow', a, op('sub', b, num(1)))),
        () => op('mul', node, op('log', a)),
      );
    case 'abs':
      return each(() => op('sign', a));
    case 'sqrt':
      return each(() => op('div', num(0.5), node));
    case 'exp':
      return each(() => node);
    case 'log':
      return each(() => op('div', num(1), a));
    case 'log2':
      return each(() => op('div', num(Math.LOG2E), a));
    case 'log10':
      return each(() => op('div', num(Math.LOG10E), a));
    case 'sin':
      return each(() => op('cos', a));
    case 'cos':
      return each(() => op('neg', op('sin', a)));
    case 'tan':
      return each(() => op('add', num(1), square(node)));
    case 'asin':
      return each(() => op('div', num(1), op('sqrt', op('sub', num(1), square(a)))));
    case 'acos':
      return each(() => op('div', num(-1), op('sqrt', op('sub', num(1), square(a)))));
    case 'atan':
      return each(() => op('div', num(1), op('add', num(1), square(a))));
    case 'atan2': {
      const sum = op('add', square(a), square(b));
      return each(
        () => op('div', b, sum),
        () => op('neg', op('div', a, sum)),
      );
    }
    case 'sinh':
      return each(() => op('cosh', a));
    case 'cosh':
      return each(() => op('sinh', a));
    case 'tanh':
      return each(() => op('sub', num(1), square(node)));
    case 'sigmoid':
      return each(() => op('mul', node, op('sub', num(1), node)));
    case 'relu':
      return each(() => op('max', op('sign', a), num(0)));
    case 'softplus':
      return each(() => op('sigmoid', a));
    case 'hypot':
      return each(
        () => op('div', a, node),
        () => op('div', b, node),
      );
    case 'min':
    case 'max':
      return extremum(graph, node, wanted);
    case 'floor':
    case 'sign':
      return node.args.map(() => undefined);
  }
}

/** Routes the gradient to the arguments that equal the result, in equal shares: 1 − |sign(argument − result)| of each. */
function extremum(graph: Graph, node: Node, wanted: (argument: Node) => boolean): (Node | undefined)[] {
  const op = graph.op.bind(graph);
  const one = graph.constant(1);
  const chosen = node.args.map((argument) => op('sub', one, op('abs', op('sign', op('sub', argument, node)))));
  const ties = chosen.reduce((sum, indicator) => op('add', sum, indicator));
  return node.args.map((argument, i) => (wanted(argument) ? op('div', chosen[i] as Node, ties) : undefined));
}

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

/**
 * Backpropagation: the derivative of `root` by every node that depends on `inputs`, as nodes of the same graph.
 * Each node is visited once, after all of its users; each user's contribution, (its own gradient) × (local derivative),
 * is accumulated in it. Nodes on which no gradient arrives are absent.
 */
export function backprop(graph: Graph, root: Node, inputs: readonly Node[]): Map<Node, Node> {
  const order = reachable([root]);
  const active = new Set<Node>(inputs);
  for (const node of order) if (node.args.some((argument) => active.has(argument))) active.add(node);
  const received = new Map<Node, Node>([[root, graph.constant(1)]]);
  for (const node of order.reverse()) {
    const total = received.get(node);
    if (total === undefined || !active.has(node)) continue;
    const accumulate = (argument: Node, contribution: Node): void => {
      const before = received.get(argument);
      received.set(argument, before === undefined ? contribution : graph.op('add', before, contribution));
    };
    const [first, second] = node.args;
    if (node.op === 'mul' && first !== undefined && first === second) {
      accumulate(first, handDownSquare(graph, total, first));
      continue;
    }
    const locals = localDerivatives(graph, node, (argument) => active.has(argument));
    node.args.forEach((argument, i) => {
      const local = locals[i];
      if (local !== undefined) accumulate(argument, handDown(graph, total, local));
    });
  }
  return received;
}

/** ∂root/∂input for each input, as nodes of the same graph; the constant 0 where root does not depend on it. */
export function gradient(graph: Graph, root: Node, inputs: readonly Node[]): Node[] {
  const received = backprop(graph, root, inputs);
  return inputs.map((input) => received.get(input) ?? graph.constant(0));
}
