import { Graph, layout } from '@dagrejs/dagre';
import type { Answer, Question } from './message.ts';

/** Room for a line's label, and between the boxes. */
const label = { width: 44, height: 18, labelpos: 'c' } as const;
const apart = { nodesep: 12, edgesep: 12, marginx: 0, marginy: 0 };
const between = { LR: 26, TB: 40 };

/** Lines of graphs with more boxes are not sorted until they cross little: that would take too long. */
const mostSorted = 500;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether the boxes to which no line leads, the inputs, stand in the opposite of their order. */
function isReversed(places: readonly Point[], lines: Int32Array, across: 'x' | 'y'): boolean {
  const reached = new Set(lines.filter((_, i) => i % 2 === 1));
  const inputs = places.filter((_, i) => !reached.has(i)).map((place) => place[across]);
  const order = inputs.flatMap((a, i) => inputs.slice(i + 1).map((b) => Math.sign(b - a)));
  return order.reduce((sum, sign) => sum + sign, 0) < 0;
}

/** Lays a graph out in layers, its inputs in their order as far as may be. Where it is small enough, lines cross little. */
export function layOut({ id, direction, boxes, lines }: Question): Answer {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...apart, rankdir: direction, ranksep: between[direction], ranker: 'network-simplex' });
  const count = boxes.length / 2;
  for (let i = 0; i < count; i += 1)
    graph.setNode(String(i), { width: boxes[2 * i] as number, height: boxes[2 * i + 1] as number });
  const ends = Array.from({ length: lines.length / 2 }, (_, i): [string, string, string] => [
    String(lines[2 * i]),
    String(lines[2 * i + 1]),
    String(i),
  ]);
  for (const [from, to, name] of ends) graph.setEdge(from, to, { ...label }, name);
  layout(graph, { disableOptimalOrderHeuristic: count > mostSorted });

  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const places = Array.from({ length: count }, (_, i) => graph.node(String(i)) as Point);
  const across = direction === 'LR' ? 'y' : 'x';
  const turns = isReversed(places, lines, across);
  const flat = (points: readonly Point[]): Float64Array =>
    Float64Array.from(
      points.flatMap(({ x, y }) => {
        if (!turns) return [x, y];
        return across === 'x' ? [width - x, y] : [x, height - y];
      }),
    );
  const routes = ends.map((end) => graph.edge(...end)) as unknown as (Point & { readonly points: readonly Point[] })[];
  let bends = 0;
  return {
    id,
    width,
    height,
    boxes: flat(places),
    bends: flat(routes.flatMap(({ points }) => points)),
    ends: Int32Array.from(routes, ({ points }) => (bends += 2 * points.length)),
    labels: flat(routes),
  };
}
