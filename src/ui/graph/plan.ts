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
const part = 120;
/** So many neighbours of one gate are drawn of a part: what hundreds use would fill it alone. */
const neighbours = 6;

/** The layer a gate is drawn in, about: an input stands just before the first that uses it. */
const layerOf = ({ node, users, forward }: Gate): number =>
  node.op === 'input' ? Math.min(...users.map(({ user }) => user.forward)) - 1 : forward;

const stretches = ({ user, argument }: Wire): number => Math.max(1, user.forward - layerOf(argument));

/** The active wires of a gate, with the gates at their other ends. */
const connections = (gate: Gate): [wire: Wire, other: Gate][] =>
  [
    ...gate.args.map((wire): [Wire, Gate] => [wire, wire.argument]),
    ...gate.users.map((wire): [Wire, Gate] => [wire, wire.user]),
  ].filter(([{ active }]) => active);

/** Gates around one, the nearest first, as many as `most` allows for. */
function around(centre: Gate, most: number): Set<Gate> {
  const chosen = new Set([centre]);
  let spent = 1;
  for (const gate of chosen) {
    const near = new Set(
      connections(gate)
        .map(([, other]) => other)
        .filter((other) => !chosen.has(other)),
    );
    for (const other of [...near].slice(0, neighbours)) {
      const wires = connections(other).filter(([, end]) => chosen.has(end));
      const more = 1 + wires.reduce((sum, [wire]) => sum + stretches(wire), 0);
      if (spent + more > most) continue;
      chosen.add(other);
      spent += more;
    }
  }
  return chosen;
}

/** All of a circuit where it is small enough; else what is near `centre`. */
export function planOf(circuit: Circuit, centre: Gate, most = mostDrawn): Plan {
  const isDrawn = (gate: Gate): boolean => gate.active || gate === circuit.result;
  const all = circuit.gates.filter(isDrawn);
  const wires = circuit.wires.filter(({ active }) => active);
  const work = all.length + wires.reduce((sum, wire) => sum + stretches(wire), 0);
  if (work <= most) return { circuit, gates: all, wires, isPart: false };
  const chosen = around(isDrawn(centre) ? centre : circuit.result, Math.min(most, part));
  return {
    circuit,
    gates: all.filter((gate) => chosen.has(gate)),
    wires: wires.filter(({ user, argument }) => chosen.has(user) && chosen.has(argument)),
    isPart: true,
  };
}
