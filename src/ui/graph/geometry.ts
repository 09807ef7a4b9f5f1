import type { Gate, Wire } from '../../formula/circuit.ts';
import { curve, nearest, passing } from './curve.ts';
import type { Answer, Question } from './layout/message.ts';
import { signText } from './notation.ts';
import type { Plan } from './plan.ts';

export type Direction = Question['direction'];

/** Pixels of the drawing at scale 1; a letter is as wide as it is where the page is projected. */
const pill = { height: 44, least: 44, letter: 16, room: 24 };
/** Above a gate its value, below it its gradient with the contributions that pile up; beside it where values flow down. */
const numbers = { above: 27, below: 30, width: 86, letter: 10, beside: 10 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The width of a gate's own shape. */
export const pillWidth = (gate: Gate): number =>
  Math.max(pill.least, signText(gate).replaceAll(/[\^_]/g, '').length * pill.letter + pill.room);
export const pillHeight = pill.height;

/** Names that are written beside the value: an input has its name in its shape. */
export const labelOf = ({ node, names }: Gate): string => (node.op === 'input' ? names.slice(1) : names).join(' = ');

const labelWidth = (gate: Gate): number => {
  const label = labelOf(gate);
  return label === '' ? 0 : (label.length + 3) * numbers.letter;
};

const boxOf = (gate: Gate, direction: Direction): [width: number, height: number] => {
  const texts = numbers.width + labelWidth(gate);
  return direction === 'LR'
    ? [Math.max(pillWidth(gate), texts), pill.height + numbers.above + numbers.below]
    : [pillWidth(gate) + numbers.beside + texts, pill.height];
};

/** What the layout has to know about a plan. */
export function questionOf({ gates, wires }: Plan, direction: Direction): Omit<Question, 'id'> {
  const place = new Map(gates.map((gate, i) => [gate, i]));
  return {
    direction,
    boxes: Float64Array.from(gates.flatMap((gate) => boxOf(gate, direction))),
    lines: Int32Array.from(
      wires.flatMap(({ user, argument }) => [place.get(argument) as number, place.get(user) as number]),
    ),
  };
}

/** A plan with a place for everything. */
export interface Drawing {
  readonly plan: Plan;
  readonly direction: Direction;
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<Gate, Point>;
  /** Each wire as an SVG path from the argument to the user, and where its local derivative is written. */
  readonly paths: ReadonlyMap<Wire, { readonly d: string; readonly label: Point }>;
}

/** Where a wire meets a gate: at the side that values enter or leave by, nearer to where the wire comes from. */
function meeting(gate: Gate, at: Point, toward: Point, direction: Direction, side: 1 | -1): Point {
  const [half, radius] = [pillWidth(gate) / 2, pill.height / 2];
  const bent = (offset: number, most: number): number => Math.max(-most, Math.min(most, offset * 0.3));
  if (direction === 'TB') return { x: at.x + bent(toward.x - at.x, half - 8), y: at.y + side * radius };
  const dy = bent(toward.y - at.y, radius * 0.6);
  return { x: at.x + side * (half - radius + Math.sqrt(radius * radius - dy * dy)), y: at.y + dy };
}

/** How far left of the middle of its box a gate stands: where values flow down, its numbers stand to the right of it. */
const shiftOf = (gate: Gate, direction: Direction): number =>
  direction === 'LR' ? 0 : (boxOf(gate, direction)[0] - pillWidth(gate)) / 2;

/** A wire through the bends that the layout found for it, from the edge of a box to that of another. */
function route(
  { argument, user }: Wire,
  bends: readonly Point[],
  label: Point,
  drawing: Pick<Drawing, 'direction' | 'places'>,
) {
  const { direction, places } = drawing;
  const [start, end] = [places.get(argument) as Point, places.get(user) as Point];
  const [left, right] = [shiftOf(argument, direction), shiftOf(user, direction)];
  const moved = bends.map(({ x, y }, k) => ({ x: x - left + ((left - right) * k) / (bends.length - 1), y }));
  const inner = moved.slice(1, -1);
  const points = [
    meeting(argument, start, inner[0] ?? end, direction, 1),
    ...inner,
    meeting(user, end, inner.at(-1) ?? start, direction, -1),
  ];
  return { d: curve(points), label: passing(points, nearest(bends, label)) };
}

/** The answer of the layout as a drawing. */
export function drawingOf(plan: Plan, direction: Direction, answer: Answer): Drawing {
  const point = (from: Float64Array, i: number): Point => ({ x: from[2 * i] as number, y: from[2 * i + 1] as number });
  const places = new Map(
    plan.gates.map((gate, i) => {
      const { x, y } = point(answer.boxes, i);
      return [gate, { x: x - shiftOf(gate, direction), y }];
    }),
  );
  const paths = new Map(
    plan.wires.map((wire, i) => {
      const [from, to] = [i === 0 ? 0 : (answer.ends[i - 1] as number), answer.ends[i] as number];
      const bends = Array.from({ length: (to - from) / 2 }, (_, k) => point(answer.bends, from / 2 + k));
      return [wire, route(wire, bends, point(answer.labels, i), { direction, places })] as const;
    }),
  );
  return { plan, direction, width: answer.width, height: answer.height, places, paths };
}
