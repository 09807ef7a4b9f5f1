import type { Gate } from '../../formula/circuit.ts';
import type { Drawing, Point } from './geometry.ts';

/** Along which axis values flow, and what the arrow keys lead to: a gate's arguments, its users, or its neighbours. */
const meanings = {
  LR: { ArrowLeft: 'argument', ArrowRight: 'user', ArrowUp: 'before', ArrowDown: 'after' },
  TB: { ArrowUp: 'argument', ArrowDown: 'user', ArrowLeft: 'before', ArrowRight: 'after' },
} as const;

/** The gate that an arrow key leads to from another; undefined where there is none that way, or for another key. */
export function walk({ plan, direction, places }: Drawing, from: Gate, key: string): Gate | undefined {
  const meaning = (meanings[direction] as Readonly<Record<string, string>>)[key];
  const place = (gate: Gate): Point => places.get(gate) as Point;
  const [along, across] = direction === 'LR' ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const here = place(from);
  /** Of gates at the other ends of wires, the one nearest to the height of this one. */
  const nearest = (gates: readonly Gate[]): Gate | undefined =>
    gates
      .filter((gate) => places.has(gate) && gate !== from)
      .sort((a, b) => Math.abs(place(a)[across] - here[across]) - Math.abs(place(b)[across] - here[across]))[0];
  if (meaning === 'argument') return nearest(from.args.map(({ argument }) => argument));
  if (meaning === 'user') return nearest(from.users.map(({ user }) => user));
  if (meaning === undefined) return undefined;
  const sign = meaning === 'after' ? 1 : -1;
  /** Beside: in the same layer before any other. */
  const distance = (gate: Gate): number => {
    const [far, wide] = [place(gate)[along] - here[along], sign * (place(gate)[across] - here[across])];
    return wide <= 1 ? Infinity : wide + 20 * Math.abs(far);
  };
  const [next] = plan.gates.filter((gate) => distance(gate) < Infinity).sort((a, b) => distance(a) - distance(b));
  return next;
}
