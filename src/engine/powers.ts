import { Graph, type Node, reachable } from '../formula/graph.ts';
import type { Operation } from '../formula/operations.ts';

/** The name that a rule's hyperparameter has as a graph input. */
export const hyperInput = (name: string): string => `h.${name}`;

const isFixed = (base: Node): boolean =>
  reachable([base]).every((node) => node.op !== 'input' || (node.name as string).startsWith(hyperInput('')));

/** A graph in which base^t is an input where base is fixed during a run: a pow per step would halve Adam's speed. */
export class StepGraph extends Graph {
  /** The base of each of these inputs, by the input's name. */
  readonly powers = new Map<string, Node>();

  override op(op: Operation, ...args: Node[]): Node {
    const [base, exponent] = args;
    const isPower = op === 'pow' && exponent?.op === 'input' && exponent.name === 't';
    if (!isPower || base === undefined || !isFixed(base)) return super.op(op, ...args);
    const name = `power.${base.id}`;
    this.powers.set(name, base);
    return this.input(name);
  }
}
