import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Row, Samples } from '../../surfaces/surface.ts';
import { gradient } from '../formula/backprop.ts';
import { build } from '../formula/build.ts';
import { Graph, type Node } from '../formula/graph.ts';
import { parse } from '../formula/parse.ts';
import { parameterInput } from './field.ts';

/** The largest batch: each of its rows is two input columns of the loop, and its loss a part of the loop's code. */
export const largestBatch = 32;

/** What a mini-batch is to the compiler. */
export interface BatchProgram {
  /** The loss of one row, a formula of x, y, t, u and the loss's parameters. */
  readonly formula: string;
  /** Rows in a batch. */
  readonly size: number;
  /** Rows in the last batch of an epoch where it is smaller than the others; else 0. */
  readonly rest: number;
}

/** Batches of some rows. */
export interface Batches extends BatchProgram {
  readonly rows: readonly Row[];
}

/** Batches of so many of a loss's rows; of all of them where there are no more. */
export function batchesOf({ formula, rows }: Samples, wanted: number): Batches {
  const size = Math.min(wanted, rows.length);
  return { formula, rows, size, rest: rows.length % size };
}

/** Steps in an epoch, in which every row comes once. */
export const epochSteps = ({ rows, size }: Pick<Batches, 'rows' | 'size'>): number => Math.ceil(rows.length / size);

/** Rows in the batch of step s + 1. */
const countAt = (batches: Batches, s: number): number => {
  const isLast = batches.rest > 0 && (s + 1) % epochSteps(batches) === 0;
  return isLast ? batches.rest : batches.size;
};

/** Which rows each step takes: `size` per step; in a smaller batch the first row stands in for those that are missing. */
type Order = Uint16Array;

let last: { readonly key: string; readonly steps: number; readonly order: Order } | undefined;

/**
 * Draws the batches of so many steps: rows are shuffled anew for every epoch and taken in that order, without replacement.
 * The same for every optimizer, and a longer run begins with the same ones. The stream is 2^64 draws ahead of that of the
 * Gaussian noise. Fisher & Yates 1938; Durstenfeld 1964, doi:10.1145/364520.364540.
 */
function drawn(seed: number, batches: Batches, steps: number): Order {
  const { rows, size } = batches;
  const key = `${seed} ${rows.length} ${size}`;
  if (last !== undefined && last.key === key && last.steps >= steps) return last.order;
  const generator = xoroshiro128plus(seed);
  generator.jump();
  const shuffled = rows.map((_, i) => i);
  const order = new Uint16Array(steps * size);
  const perEpoch = epochSteps(batches);
  for (let s = 0; s < steps; s += 1) {
    if (s % perEpoch === 0)
      for (let i = shuffled.length - 1; i > 0; i -= 1) {
        const j = uniformInt(generator, 0, i);
        const kept = shuffled[i] as number;
        shuffled[i] = shuffled[j] as number;
        shuffled[j] = kept;
      }
    const from = (s % perEpoch) * size;
    const count = countAt(batches, s);
    for (let j = 0; j < size; j += 1) order[s * size + j] = shuffled[from + (j < count ? j : 0)] as number;
  }
  last = { key, steps, order };
  return order;
}

/** The rows that step n takes, 1 for the first, by their places from 0 and in the order in which they were drawn. */
export const batchAt = (seed: number, batches: Batches, n: number): number[] =>
  taken(drawn(seed, batches, n), batches, n - 1);

/** The same for each of so many steps. */
export function allBatches(seed: number, batches: Batches, steps: number): number[][] {
  const order = drawn(seed, batches, steps);
  return Array.from({ length: steps }, (_, s) => taken(order, batches, s));
}

const taken = (order: Order, batches: Batches, s: number): number[] => {
  const from = s * batches.size;
  return [...order.subarray(from, from + countAt(batches, s))];
};

const slot = /^([tu])\.(\d+)$/;
const weight = { first: 'w.first', rest: 'w.rest' } as const;

export const isBatchInput = (name: string): boolean => slot.test(name) || name === weight.first || name === weight.rest;

/**
 * Writes what a batch's input `name` is in each step: t.j or u.j of its row j, or the weight of the rows that every batch
 * has and of those that a smaller one lacks.
 */
export function writeBatch(column: Float64Array, name: string, seed: number, batches: Batches): void {
  const { rows, size } = batches;
  const [, letter, place] = slot.exec(name) ?? [];
  if (letter === undefined) {
    for (let s = 0; s < column.length; s += 1) {
      const count = countAt(batches, s);
      column[s] = name === weight.rest && count < size ? 0 : 1 / count;
    }
    return;
  }
  const order = drawn(seed, batches, column.length);
  const j = Number(place);
  const cell = letter === 't' ? 0 : 1;
  for (let s = 0; s < column.length; s += 1) column[s] = (rows[order[s * size + j] as number] as Row)[cell];
}

const identities = new WeakMap<readonly Row[], number>();
let identity = 0;

/** Names what the input columns of batches hold, without looking at the rows one by one. */
export function batchKey(seed: number, { rows, size }: Batches): string {
  const known = identities.get(rows) ?? (identity += 1);
  identities.set(rows, known);
  return `${seed} ${known} ${size}`;
}

const summed = (graph: Graph, nodes: readonly Node[]): Node => nodes.reduce((sum, node) => graph.op('add', sum, node));

/**
 * ∂/∂x and ∂/∂y of the mean loss of a batch, as nodes of a graph of their own. Where an epoch's last batch is smaller, the
 * mean is a sum with two weights: 1/size or 1/rest for the first rows, 1/size or 0 for the others. Throws FormulaError.
 */
export function batchGradient({ formula, size, rest }: BatchProgram, params: readonly string[]): [Node, Node] {
  const graph = new Graph();
  const program = parse(formula);
  const [x, y] = [graph.input('x'), graph.input('y')];
  const given = params.map((name) => [name, graph.input(parameterInput(name))] as const);
  const losses = Array.from({ length: size }, (_, j) => {
    const row = [['t', graph.input(`t.${j}`)] as const, ['u', graph.input(`u.${j}`)] as const];
    return build(graph, program, new Map([['x', x], ['y', y], ...row, ...given])).result; // prettier-ignore
  });
  const weighed = (name: string, nodes: readonly Node[]): Node =>
    graph.op('mul', graph.input(name), summed(graph, nodes));
  const mean =
    rest === 0
      ? graph.op('div', summed(graph, losses), graph.constant(size))
      : graph.op('add', weighed(weight.first, losses.slice(0, rest)), weighed(weight.rest, losses.slice(rest)));
  return gradient(graph, mean, [x, y]) as [Node, Node];
}
