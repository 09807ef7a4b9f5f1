import { build } from '../formula/build.ts';
import { Graph, type Node } from '../formula/graph.ts';
import { interpret } from '../formula/interpret.ts';
import { parse } from '../formula/parse.ts';

const known = new Map<string, Node>();

const limitOf = (formula: string, names: readonly string[]): Node => {
  const key = `${names.join()}|${formula}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const graph = new Graph();
  const { result } = build(graph, parse(formula), new Map(names.map((name) => [name, graph.input(name)])));
  known.set(key, result);
  return result;
};

/**
 * The rate at which a rule stops being stable on a quadratic whose largest second derivative is `lambda`: the value of
 * its `stability` formula, given lambda and the hyperparameters in effect. Undefined where no direction curves upward, as
 * no rate is then too large, and where the curvature is not finite. Throws FormulaError.
 */
export function stableRate(
  formula: string,
  lambda: number,
  hyper: Readonly<Record<string, number>>,
): number | undefined {
  if (!(lambda > 0)) return undefined;
  const given = { ...hyper, lambda };
  const [rate] = interpret([limitOf(formula, Object.keys(given))], given) as [number];
  return Number.isFinite(rate) && rate > 0 ? rate : undefined;
}
