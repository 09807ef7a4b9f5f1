import { hyperInput, StepGraph } from '../engine/powers.ts';
import { checkNames, gradLimit, type RuleProgram } from '../engine/step.ts';
import { buildExpression } from '../formula/build.ts';
import { FormulaError } from '../formula/errors.ts';
import { type Node, reachable } from '../formula/graph.ts';
import type { Loop } from '../formula/loop.ts';
import { parse } from '../formula/parse.ts';

/** The column that holds the point at which the next `grad(…)` is taken. */
export const pointColumn = 'grad.point';
/** The column that holds the gradient of the k-th `grad(…)`. */
export const gradColumn = (k: number): string => `grad.${k}`;

/**
 * An update rule as loops over n parameters, one row each, on columns that all of them share: x, the parameters; g, the
 * gradient there; the rule's state; and for each `grad(…)` the gradient at its point. Every loop writes in place.
 */
export interface ElementwiseRule {
  /** One loop per `grad(…)`, in order: it writes `pointColumn`, whose gradient the loops after it read. */
  readonly looks: readonly Loop[];
  /** The loop that writes the new parameters and the new state. */
  readonly update: Loop;
  /** Arguments that hold base^t, by the node of their base. */
  readonly powers: ReadonlyMap<string, Node>;
  /** Whether an update depends on the gradient at the parameters themselves. */
  readonly usesGradient: boolean;
}

/**
 * Builds the loops of a rule from its formula, the one that the playground compiles for x and y. The args are lr, mu, t,
 * the running products base^t and the hyperparameters. Throws FormulaError.
 */
export function elementwise(rule: RuleProgram): ElementwiseRule {
  const program = parse(rule.formula);
  checkNames(program, rule);
  const graph = new StepGraph();
  const own = ['x', 'g', ...rule.state];
  const env = new Map([
    ...[...own, 'lr', 'mu', 't'].map((name) => [name, graph.input(name)] as const),
    ...rule.hyper.map((name) => [name, graph.input(hyperInput(name))] as const),
  ]);

  const points: Node[] = [];
  const grad = (argument: Parameters<typeof buildExpression>[2]): Node => {
    if (points.length === gradLimit)
      throw new FormulaError({ code: 'gradCount', limit: gradLimit }, program.text, argument.span);
    points.push(
      buildExpression(graph, program, argument, env, (inner) => {
        throw new FormulaError({ code: 'gradNested' }, program.text, inner.span);
      }),
    );
    return graph.input(gradColumn(points.length - 1));
  };
  for (const { name, value } of program.statements) {
    const node = buildExpression(graph, program, value, env, grad);
    if (name !== undefined) env.set(name, node);
  }

  const named = ['x', ...rule.state].map((name) => ({ name, node: env.get(name) as Node, carried: false }));
  const args = ['lr', 'mu', 't', ...graph.powers.keys(), ...rule.hyper.map(hyperInput)];
  const inputs = [...own, ...(points.length > 0 ? [pointColumn] : []), ...points.map((_, k) => gradColumn(k))];
  const shared = { args, inputs, stopsAtNonFinite: false };
  const nodes = [...points, ...named.map(({ node }) => node)];
  return {
    looks: points.map((node) => ({ ...shared, outputs: [{ name: pointColumn, node, carried: false }] })),
    update: { ...shared, outputs: named },
    powers: graph.powers,
    usesGradient: reachable(nodes).some(({ name }) => name === 'g'),
  };
}
