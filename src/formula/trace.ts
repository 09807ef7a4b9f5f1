import type { Circuit, Gate, Wire } from './circuit.ts';
import type { Node } from './graph.ts';
import { evaluate } from './interpret.ts';
import { apply } from './operations.ts';

/** A circuit at a point: the numbers of a forward and a backward pass, by the index of the gate or the wire. */
export interface Trace {
  readonly circuit: Circuit;
  /** Each gate's value. */
  readonly values: Float64Array;
  /** ∂result/∂gate; 0 where no gradient arrives, NaN for constants, by which nobody asks. */
  readonly gradients: Float64Array;
  /** Each wire's local derivative ∂user/∂argument; NaN to constants. */
  readonly locals: Float64Array;
  /** What each wire hands down, (the user's gradient) × (its local derivative); NaN to constants. */
  readonly contributions: Float64Array;
  /** Value and gradient of every named value and every input; 0 where the result does not depend on it. */
  readonly named: ReadonlyMap<string, { readonly value: number; readonly gradient: number }>;
}

/** Numbers by the names that the reader knows the inputs by, as numbers by those that the graph has for them. */
const graphInputs = ({ inputs }: Circuit, given: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries([...inputs].map(([name, node]) => [node.name as string, given[name] ?? NaN]));

/** The forward pass alone: each gate's value at a point, as the interpreter has it. */
export function forward(circuit: Circuit, inputs: Readonly<Record<string, number>>): Float64Array {
  const given = graphInputs(circuit, inputs);
  const found = new Float64Array(circuit.gates.length);
  for (const { index, node, args } of circuit.gates) {
    if (node.op === 'constant') found[index] = node.value as number;
    else if (node.op === 'input') found[index] = given[node.name as string] as number;
    else
      found[index] = apply(
        node.op,
        args.map(({ argument }) => found[argument.index] as number),
      );
  }
  return found;
}

/**
 * Forward and backward pass at a point, `inputs` by the names that the circuit has for them; one without a number is NaN.
 * The contributions that arrive at a gate, added in the order of its `users`, are its gradient to the bit (a zero's sign
 * aside). A square a·a hands down both of its contributions at once: each of its wires carries half, and their sum counts
 * as one summand. Halving is exact, unless the half is too small for a normal number.
 */
export function traceOf(circuit: Circuit, inputs: Readonly<Record<string, number>>): Trace {
  const found = evaluate(circuit.order, graphInputs(circuit, inputs));
  const number = (node: Node | undefined): number => (node === undefined ? 0 : (found.get(node) as number));
  const gradientOf = (node: Node): number => number(circuit.received.get(node));
  const handedBy = (wire: Wire): number => {
    const handed = circuit.handed.get(wire);
    return handed === undefined ? 0 : handed.share * number(handed.node);
  };
  const ofGates = (what: (gate: Gate) => number): Float64Array => Float64Array.from(circuit.gates, what);
  const ofWires = (what: (wire: Wire) => number): Float64Array =>
    Float64Array.from(circuit.wires, (wire) => (wire.active ? what(wire) : NaN));
  return {
    circuit,
    values: ofGates(({ node }) => number(node)),
    gradients: ofGates(({ node, active }) => (active ? gradientOf(node) : NaN)),
    locals: ofWires(({ local }) => number(local)),
    contributions: ofWires(handedBy),
    named: new Map(
      [...circuit.named].map(([name, node]) => [name, { value: number(node), gradient: gradientOf(node) }]),
    ),
  };
}

/** A gate's value, gradient and the like. */
export const at = (numbers: Float64Array, { index }: Gate | Wire): number => numbers[index] as number;
