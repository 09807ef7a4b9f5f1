import { Graph, layout } from '@dagrejs/dagre';
import type { Answer, Question } from './message.ts';

/** Room for a line's label, and between the boxes. */
const label = { width: 44, height: 18, labelpos: 'c' } as const;
const apart = { nodesep: 12, edgesep: 12, marginx: 0, marginy: 0 };
const between = { LR: 26, TB: 30 };

/** So many stretches of lines between layers are sorted until they cross little; for more that would take too long. */
const mostSorted = 500;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lays a graph out in layers. Where it is small enough, lines cross little. */
export function layOut({ id, direction, boxes, lines }: Question): Answer {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...apart, rankdir: direction, ranksep: between[direction], ranker: 'network-simplex' });
  const count = boxes.length / 2;
  for (let i = 0; i < count; i += 1)
    graph.setNode(String(i), { width: boxes[2 * i] as number, height: boxes[2 * i + 1] as number });
  for (let i = 0; i < lines.length / 2; i += 1)
    graph.setEdge(String(lines[2 * i]), String(lines[2 * i + 1]), { ...label }, String(i));
  layout(graph, { disableOptimalOrderHeuristic: count > mostSorted });

  const places = Float64Array.from({ length: 2 * count }, (_, i) => {
    const { x, y } = graph.node(String(i >> 1)) as Point;
    return i % 2 === 0 ? x : y;
  });
  const found = Array.from({ length: lines.length / 2 }, (_, i) =>
    graph.edge(String(lines[2 * i]), String(lines[2 * i + 1]), String(i)),
  ) as unknown as (Point & { readonly points: readonly Point[] })[];
  const ends = new Int32Array(found.length);
  let end = 0;
  for (const [i, { points }] of found.entries()) ends[i] = end += 2 * points.length;
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    id,
    width,
    height,
    boxes: places,
    bends: Float64Array.from(found.flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y]))),
    ends,
    labels: Float64Array.from(found.flatMap(({ x, y }) => [x, y])),
  };
}
