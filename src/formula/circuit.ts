import { backwardPass } from './backprop.ts';
import { build } from './build.ts';
import { breaking, type Derive, localDerivatives } from './derivatives.ts';
import { Graph, type Node, reachable } from './graph.ts';
import { freeNames } from './names.ts';
import { parse } from './parse.ts';
import type { Program } from './syntax.ts';

/** A node of a circuit: what is known about it without numbers. */
export interface Gate {
  /** Its place in the circuit's `gates`: a topological order, the same whenever the same program is built. */
  readonly index: number;
  readonly node: Node;
  /** The names that the program has for it: an input's own, then those that were assigned to it last. */
  readonly names: readonly string[];
  /** False for constants: no derivative by them is asked for. */
  readonly active: boolean;
  /** The layer in which its value is computed: the longest way from an input or a constant. */
  readonly forward: number;
  /** The layer in which its gradient is complete: the longest way from the result. */
  readonly backward: number;
  /** To its arguments, in order. */
  readonly args: readonly Wire[];
  /** From its users, in the order in which their contributions arrive. */
  readonly users: readonly Wire[];
}

/** An edge, from a user to one of its arguments. A square has two between the same gates. */
export interface Wire {
  /** Its place in the circuit's `wires`. */
  readonly index: number;
  readonly user: Gate;
  readonly argument: Gate;
  /** Which of the user's arguments it is. */
  readonly position: number;
  /** False where the argument is a constant: backpropagation does not walk it. */
  readonly active: boolean;
  /** ∂user/∂argument as a node of the same graph; undefined for 0 (floor, sign) and where it is not active. */
  readonly local: Node | undefined;
}

/** A program and its backward pass as one graph that can be shown: the nodes are those that the emitters compile. */
export interface Circuit {
  readonly graph: Graph;
  readonly result: Gate;
  /** Everything that the result depends on, each gate after its arguments. */
  readonly gates: readonly Gate[];
  /** In the order in which the backward pass walks them. */
  readonly wires: readonly Wire[];
  /** The inputs by the name that the reader knows them by, in order of first use, whether or not the result uses them. */
  readonly inputs: ReadonlyMap<string, Node>;
  /** Every name that has a value: the inputs, then what is assigned. A name that is both stands for the input. */
  readonly named: ReadonlyMap<string, Node>;
  /** The gradient of each gate that receives one, and what each wire hands down, with its share of the node. */
  readonly received: ReadonlyMap<Node, Node>;
  readonly handed: ReadonlyMap<Wire, { readonly node: Node; readonly share: number }>;
  /** All nodes that values, local derivatives, gradients and contributions need, in an order to compute them. */
  readonly order: readonly Node[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Mutable<Omit<Gate, 'args' | 'users'>> & { args: Wire[]; users: Wire[] };

/** The gates of what `result` depends on, not yet wired. */
function gatesOf(result: Node, named: Iterable<readonly [string, Node]>): Map<Node, Draft> {
  const gates = new Map<Node, Draft>();
  reachable([result]).forEach((node, index) => {
    const active = node.op !== 'constant';
    gates.set(node, { index, node, names: [], active, forward: node.depth, backward: 0, args: [], users: [] });
  });
  for (const [name, node] of named) {
    const gate = gates.get(node);
    if (gate !== undefined && !gate.names.includes(name)) gate.names = [...gate.names, name];
  }
  return gates;
}

/**
 * The circuit of a result in a graph whose inputs and names are given. The backward pass is `backwardPass` over all
 * inputs: since graphs share what is the same, its nodes are the very ones of `gradient`. `derive` may break a gate.
 */
export function circuitOf(
  graph: Graph,
  result: Node,
  inputs: ReadonlyMap<string, Node>,
  assigned: ReadonlyMap<string, Node>,
  derive: Derive = localDerivatives,
): Circuit {
  const pass = backwardPass(graph, result, [...inputs.values()], derive);
  const gates = gatesOf(result, [...inputs, ...assigned]);
  const wires: Wire[] = [];
  for (const user of [...gates.values()].reverse()) {
    const locals = derive(graph, user.node, (argument) => argument.op !== 'constant');
    user.node.args.forEach((node, position) => {
      const argument = gates.get(node) as Draft;
      const { active } = argument;
      const local = active ? locals[position] : undefined;
      const wire = { index: wires.length, user, argument, position, active, local };
      wires.push(wire);
      user.args.push(wire);
      argument.users.push(wire);
      argument.backward = Math.max(argument.backward, user.backward + 1);
    });
  }
  const handed = new Map(
    pass.contributions.map(({ user, index, node, share }) => [gates.get(user)?.args[index] as Wire, { node, share }]),
  );
  const named = new Map([...inputs, ...[...assigned].filter(([name]) => !inputs.has(name))]);
  return {
    graph,
    result: gates.get(result) as Gate,
    gates: [...gates.values()],
    wires,
    inputs,
    named,
    received: pass.received,
    handed,
    order: reachable([
      ...gates.keys(),
      ...named.values(),
      ...pass.received.values(),
      ...[...handed.values()].map(({ node }) => node),
      ...wires.flatMap(({ local }) => local ?? []),
    ]),
  };
}

/** Every free name of a program becomes an input, in order of first use. Throws FormulaError. */
export function programCircuit(program: string | Program, derive?: Derive): Circuit {
  const parsed = typeof program === 'string' ? parse(program) : program;
  const graph = new Graph();
  const inputs = new Map(freeNames(parsed).map((name) => [name, graph.input(name)]));
  const { result, named } = build(graph, parsed, inputs);
  return circuitOf(graph, result, inputs, named, derive);
}

/**
 * The same circuit in the same graph with a mistake in it: the local derivatives of the gate with this index, by all of
 * its arguments or by one, are multiplied by `factor`. Values stay, gates and wires keep their indices.
 */
export function brokenCircuit(circuit: Circuit, gate: number, factor: number, argument?: number): Circuit {
  const { graph, result, inputs, named, gates } = circuit;
  const broken = gates[gate]?.node;
  return broken === undefined
    ? circuit
    : circuitOf(graph, result.node, inputs, named, breaking(broken, factor, argument));
}
