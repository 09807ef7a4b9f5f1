import type { Circuit, Gate, Wire } from './circuit.ts';
import { at, type Trace } from './trace.ts';

/** How many paths lead from the result to each gate, and how many wires they have in all: exact, by one pass. */
interface Counts {
  readonly paths: ReadonlyMap<Gate, bigint>;
  readonly lengths: ReadonlyMap<Gate, bigint>;
}

/**
 * Dynamic programming from the result: paths(argument) = Σ paths(user) and lengths(argument) = Σ lengths(user) +
 * paths(user), over the wires that end in it. `circuit.wires` come in the order of the backward pass, so that a user's
 * counts are complete before they are handed on.
 */
function countsOf({ result, wires }: Circuit): Counts {
  const paths = new Map<Gate, bigint>([[result, 1n]]);
  const lengths = new Map<Gate, bigint>([[result, 0n]]);
  const add = (counts: Map<Gate, bigint>, gate: Gate, more: bigint): void =>
    void counts.set(gate, (counts.get(gate) ?? 0n) + more);
  for (const { user, argument, active } of wires) {
    if (!active) continue;
    const found = paths.get(user) ?? 0n;
    add(paths, argument, found);
    add(lengths, argument, (lengths.get(user) ?? 0n) + found);
  }
  return { paths, lengths };
}

/** The gate of an input; undefined where the result does not depend on it. */
export const inputGate = ({ gates, inputs }: Circuit, name: string): Gate | undefined => {
  const node = inputs.get(name);
  return gates.find((gate) => gate.node === node);
};

/** How many paths lead from the result to each input: a bigint, exact however many there are. */
export function pathCounts(circuit: Circuit): Map<string, bigint> {
  const { paths } = countsOf(circuit);
  const count = (name: string): bigint => {
    const gate = inputGate(circuit, name);
    return gate === undefined ? 0n : (paths.get(gate) as bigint);
  };
  return new Map([...circuit.inputs.keys()].map((name) => [name, count(name)]));
}

/**
 * The wires that are walked: by following every path to every input, which walks a wire once per path, and by
 * backpropagation, which walks each once. Wires to constants are walked by neither.
 */
export function wiresWalked(circuit: Circuit): { paths: bigint; backprop: number } {
  const { lengths } = countsOf(circuit);
  let paths = 0n;
  for (const [gate, length] of lengths) if (gate.node.op === 'input') paths += length;
  return { paths, backprop: circuit.wires.filter(({ active }) => active).length };
}

/** One path from the result to an input. */
export interface Path {
  /** Its wires, the result's first; empty where the result is the input. */
  readonly wires: readonly Wire[];
  /** The product of the local derivatives along it. */
  readonly product: number;
}

/**
 * The paths to an input one by one, in depth-first order of the arguments. Their products add up to the input's gradient,
 * but for rounding. Lazy: take as many as are needed.
 */
export function* pathsTo({ circuit, locals }: Trace, input: string): Generator<Path, void> {
  const goal = inputGate(circuit, input);
  if (goal === undefined) return;
  const leads = new Set([goal]);
  for (const gate of circuit.gates) if (gate.args.some(({ argument }) => leads.has(argument))) leads.add(gate);
  const ahead = (gate: Gate): Wire[] => gate.args.filter(({ argument }) => leads.has(argument)).reverse();
  const wires: Wire[] = [];
  const products = [1];
  if (circuit.result === goal) yield { wires: [], product: 1 };
  const pending: (Wire | 'back')[] = ahead(circuit.result);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === 'back') {
      wires.pop();
      products.pop();
      continue;
    }
    wires.push(next);
    const product = (products.at(-1) as number) * at(locals, next);
    products.push(product);
    pending.push('back', ...ahead(next.argument));
    if (next.argument === goal) yield { wires: [...wires], product };
  }
}

/** The first `limit` paths to an input. */
export function firstPaths(trace: Trace, input: string, limit: number): Path[] {
  const found: Path[] = [];
  for (const path of pathsTo(trace, input)) {
    if (found.length === limit) break;
    found.push(path);
  }
  return found;
}
