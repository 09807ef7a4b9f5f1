import { FormulaError } from './errors.ts';
import { constants, isFunction } from './functions.ts';
import type { Graph, Node } from './graph.ts';
import type { Operation } from './operations.ts';
import type { Expression, Program } from './syntax.ts';

const binary = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '^': 'pow' } as const;

/** The node of an expression. Names are looked up in `env`, then among the constants; unknown ones throw FormulaError. */
export function buildExpression(
  graph: Graph,
  program: Program,
  expression: Expression,
  env: ReadonlyMap<string, Node>,
  grad?: (argument: Expression) => Node,
): Node {
  const down = (inner: Expression): Node => buildExpression(graph, program, inner, env, grad);
  switch (expression.kind) {
    case 'number':
      return graph.constant(expression.value);
    case 'name': {
      const node = env.get(expression.name);
      if (node !== undefined) return node;
      const constant = constants.get(expression.name);
      if (constant !== undefined) return graph.constant(constant);
      if (isFunction(expression.name))
        throw new FormulaError({ code: 'functionName', name: expression.name }, program.text, expression.span);
      throw new FormulaError(
        { code: 'unknownName', name: expression.name, known: [...env.keys()] },
        program.text,
        expression.span,
      );
    }
    case 'negate':
      return graph.op('neg', down(expression.of));
    case 'binary':
      return graph.op(binary[expression.operator], down(expression.left), down(expression.right));
    case 'call':
      if (expression.name !== 'grad') return graph.op(expression.name as Operation, ...expression.args.map(down));
      if (grad === undefined)
        throw new FormulaError({ code: 'unknownFunction', name: 'grad' }, program.text, expression.span);
      return grad(expression.args[0] as Expression);
  }
}

/**
 * Runs a program's statements on nodes: `result` is the last bare expression, or else the last assigned name; `named`
 * holds every assigned name's final node. Throws FormulaError for a name without a value.
 */
export function build(
  graph: Graph,
  program: Program,
  inputs: ReadonlyMap<string, Node>,
): { result: Node; named: Map<string, Node> } {
  const env = new Map(inputs);
  const named = new Map<string, Node>();
  let bare: Node | undefined;
  let last: Node | undefined;
  for (const { name, value } of program.statements) {
    const node = buildExpression(graph, program, value, env);
    if (name === undefined) bare = node;
    else {
      env.set(name, node);
      named.set(name, node);
      last = node;
    }
  }
  return { result: (bare ?? last) as Node, named };
}
