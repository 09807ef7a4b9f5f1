import { build } from '../formula/build.ts';
import { Graph, type Node } from '../formula/graph.ts';
import { interpret } from '../formula/interpret.ts';
import { parse } from '../formula/parse.ts';

/** A place on the ground plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point whose coordinates are formulas of a surface's parameters. */
export type PointProgram = readonly [x: string, y: string];

/** The coordinates of points as nodes of one graph, x and y in turn, whose inputs are named as `inputName` says. Throws FormulaError. */
export function pointNodes(
  formulas: readonly PointProgram[],
  params: readonly string[],
  inputName = (name: string): string => name,
): Node[] {
  const graph = new Graph();
  const inputs = new Map(params.map((name) => [name, graph.input(inputName(name))]));
  return formulas.flatMap((point) => point.map((formula) => build(graph, parse(formula), inputs).result));
}

/** The points that such nodes give for values of the parameters. */
export function pointsAt(nodes: readonly Node[], params: Readonly<Record<string, number>>): Point[] {
  const values = interpret(nodes, params);
  return Array.from({ length: nodes.length / 2 }, (_, i) => ({
    x: values[2 * i] as number,
    y: values[2 * i + 1] as number,
  }));
}

/** The values of points whose coordinates are formulas of a surface's parameters. Throws FormulaError. */
export const pointsOf = (formulas: readonly PointProgram[], params: Readonly<Record<string, number>>): Point[] =>
  pointsAt(pointNodes(formulas, Object.keys(params)), params);
