import type { Circuit, Gate, Wire } from '../../formula/circuit.ts';

/** What of a circuit is drawn: all that has a gradient, or the part around a gate. Constants are in their users' signs. */
export interface Plan {
  readonly circuit: Circuit;
  readonly gates: readonly Gate[];
  readonly wires: readonly Wire[];
  /** Whether there is more. */
  readonly isPart: boolean;
}

/** Gates, and stretches of wires between layers, that are laid out at once. */
export const mostDrawn = 700;

/** The layer a gate is drawn in, about: an input stands just before the first that uses it. */
const layerOf = ({ node, users, forward }: Gate): number =>
  node.op === 'input' ? Math.min(...users.map(({ user }) => user.forward)) - 1 : forward;

const stretches = ({ user, argument }: Wire): number => Math.max(1, user.forward - layerOf(argument));

/** All of a circuit where it is small enough; else as much as is near `around`, the nearest first. */
export function planOf(circuit: Circuit, around: Gate, most = mostDrawn): Plan {
  const isDrawn = (gate: Gate): boolean => gate.active || gate === circuit.result;
  const all = circuit.gates.filter(isDrawn);
  const wires = circuit.wires.filter(({ active }) => active);
  const work = all.length + wires.reduce((sum, wire) => sum + stretches(wire), 0);
  if (work <= most) return { circuit, gates: all, wires, isPart: false };

  const chosen = new Set<Gate>([isDrawn(around) ? around : circuit.result]);
  let spent = 1;
  for (const gate of chosen) {
    const near = [...gate.args, ...gate.users].filter(({ active }) => active);
    for (const wire of near) {
      const other = wire.user === gate ? wire.argument : wire.user;
      const between = [...other.args, ...other.users].filter(
        ({ active, user, argument }) => active && chosen.has(user === other ? argument : user),
      );
      const more = 1 + between.reduce((sum, one) => sum + stretches(one), 0);
      if (chosen.has(other) || spent + more > most) continue;
      chosen.add(other);
      spent += more;
    }
  }
  const gates = all.filter((gate) => chosen.has(gate));
  return {
    circuit,
    gates,
    wires: wires.filter(({ user, argument }) => chosen.has(user) && chosen.has(argument)),
    isPart: gates.length < all.length,
  };
}
