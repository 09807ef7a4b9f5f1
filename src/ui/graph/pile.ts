import type { Gate, Wire } from '../../formula/circuit.ts';
import { type Direction, pillHeight, pillWidth, type Point } from './geometry.ts';
import type { Plan } from './plan.ts';

/** How far a number is from the side of a gate that it is written beside. */
const beside = 8;
/** The widest that contributions lie side by side; more of them overlap, like cards. */
const widest = 132;
const letter = 8.2;
const apart = 56;

export const chipWidth = (text: string): number => text.length * letter + 12;

/** Where a gate's value and its gradient are written, from its middle: above and below, or one over the other beside it. */
export function numberPlaces(gate: Gate, direction: Direction): { value: Point; gradient: Point } {
  if (direction === 'LR')
    return { value: { x: 0, y: -pillHeight / 2 - 8 }, gradient: { x: 0, y: pillHeight / 2 + 16 } };
  const x = pillWidth(gate) / 2 + beside;
  return { value: { x, y: -4 }, gradient: { x, y: 13 } };
}

/** For each wire, how far from the place of the gradient its contribution waits to be added up. */
export function pileOf({ gates }: Plan, direction: Direction): Map<Wire, Point> {
  const offsets = gates.flatMap(({ users }) => {
    const waiting = users.filter(({ active }) => active);
    const step = Math.min(apart, widest / Math.max(1, waiting.length));
    const first = direction === 'LR' ? (-step * (waiting.length - 1)) / 2 : 0;
    return waiting.map((wire, i) => [wire, { x: first + step * i, y: 0 }] as const);
  });
  return new Map(offsets);
}

/**
 * Where a contribution is: on its way up the wire from the user, which ends at the wire's beginning; waiting in the
 * pile; or drawn together with the others.
 */
export function chipAt(
  path: SVGPathElement,
  length: number,
  travelled: number,
  goal: Point,
  offset: Point,
  merged: number,
): Point {
  const waiting = { x: goal.x + offset.x * (1 - merged), y: goal.y + offset.y * (1 - merged) };
  const turn = 0.8;
  if (travelled >= 1) return waiting;
  const along = path.getPointAtLength(length * (1 - Math.min(1, travelled / turn)));
  const rest = Math.max(0, (travelled - turn) / (1 - turn));
  return { x: along.x + (waiting.x - along.x) * rest, y: along.y + (waiting.y - along.y) * rest };
}
