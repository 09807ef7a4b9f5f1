import type { Circuit, Gate, Wire } from '../../formula/circuit.ts';

/** What of a circuit is drawn: all that has a gradient, or the part around a gate. Constants are in their users' signs. */
export interface Plan {
  readonly circuit: Circuit;
  readonly gates: readonly Gate[];
  readonly wires: readonly Wire[];
  /** Whether there is more. */
  readonly isPart: boolean;
}

/** Gates, and stretches of wires between layers, that are drawn at once; of more, a part that can be read. */
export const mostDrawn = 360;
const part = 32;
/** So many neighbours of one gate are drawn of a part: what hundreds use would fill it alone. */
const neighbours = 6;

/** Stretches that wires have where gates stand as far to the left as they can, or as far to the right, whichever are fewer. */
const stretches = (wires: readonly Wire[]): number =>
  Math.min(
    wires.reduce((sum, { user, argument }) => sum + user.forward - argument.forward, 0),
    wires.reduce((sum, { user, argument }) => sum + argument.backward - user.backward, 0),
  );

/** The gates at the other ends of a gate's wires, each once. */
const connections = ({ args, users }: Gate): Gate[] => [
  ...new Set([
    ...args.filter(({ active }) => active).map(({ argument }) => argument),
    ...users.filter(({ active }) => active).map(({ user }) => user),
  ]),
];

/** Gates around one, the nearest first. */
function around(centre: Gate, most: number): Set<Gate> {
  const chosen = new Set([centre]);
  for (const gate of chosen) {
    const near = connections(gate).filter((other) => !chosen.has(other));
    for (const other of near.slice(0, neighbours)) if (chosen.size < most) chosen.add(other);
  }
  return chosen;
}

/** All of a circuit where it is small enough; else what is near `centre`. */
export function planOf(circuit: Circuit, centre: Gate, most = mostDrawn): Plan {
  const isDrawn = (gate: Gate): boolean => gate.active || gate === circuit.result;
  const all = circuit.gates.filter(isDrawn);
  const wires = circuit.wires.filter(({ active }) => active);
  if (all.length + stretches(wires) <= most) return { circuit, gates: all, wires, isPart: false };
  const chosen = around(isDrawn(centre) ? centre : circuit.result, Math.min(most, part));
  return {
    circuit,
    gates: all.filter((gate) => chosen.has(gate)),
    wires: wires.filter(({ user, argument }) => chosen.has(user) && chosen.has(argument)),
    isPart: true,
  };
}
