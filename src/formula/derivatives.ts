import type { Graph, Node } from './graph.ts';

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

/** How local derivatives are found: `localDerivatives`, or a replacement that falsifies some of them on purpose. */
export type Derive = typeof localDerivatives;

/** Local derivatives with a mistake: those of `gate`, by all of its arguments or by one, are multiplied by `factor`. */
export function breaking(gate: Node, factor: number, argument?: number): Derive {
  return (graph, node, wanted) => {
    const locals = localDerivatives(graph, node, wanted);
    if (node !== gate) return locals;
    return locals.map((local, i) =>
      local === undefined || (argument !== undefined && argument !== i)
        ? local
        : graph.op('mul', graph.constant(factor), local),
    );
  };
}
