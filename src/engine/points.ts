import { build } from '../formula/build.ts';
import { Graph } from '../formula/graph.ts';
import { interpret } from '../formula/interpret.ts';
import { parse } from '../formula/parse.ts';

/** A place on the ground plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The values of points whose coordinates are formulas of a surface's parameters. Throws FormulaError. */
export function pointsOf(
  formulas: readonly (readonly [x: string, y: string])[],
  params: Readonly<Record<string, number>>,
): Point[] {
  const graph = new Graph();
  const inputs = new Map(Object.keys(params).map((name) => [name, graph.input(name)]));
  const known = new Map<string, number>();
  const value = (formula: string): number => {
    const result =
      known.get(formula) ?? (interpret([build(graph, parse(formula), inputs).result], params)[0] as number);
    known.set(formula, result);
    return result;
  };
  return formulas.map(([x, y]) => ({ x: value(x), y: value(y) }));
}
