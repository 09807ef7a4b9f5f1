import type { ScheduleProgram } from '../../engine/column.ts';
import { build } from '../../formula/build.ts';
import { Graph } from '../../formula/graph.ts';
import { interpret } from '../../formula/interpret.ts';
import { parse } from '../../formula/parse.ts';
import type { Plateau } from './spec.ts';

/** A schedule's value after `epochs` epochs: its formula with s = epochs. `name`: what it calls the value, lr or mu. */
export function scheduled({ formula, values }: ScheduleProgram, name: string, value: number, epochs: number): number {
  const graph = new Graph();
  const given: Record<string, number> = { ...values, [name]: value, s: epochs };
  const inputs = new Map(Object.keys(given).map((key) => [key, graph.input(key)]));
  return interpret([build(graph, parse(formula), inputs).result], given)[0] as number;
}

export const isPlateau = (decay: ScheduleProgram | Plateau): decay is Plateau => 'patience' in decay;

/** How a rate that waits for better validation stands. */
export interface Patience {
  /** lr is multiplied by it. */
  readonly factor: number;
  readonly best: number;
  /** Epochs since the best. */
  readonly since: number;
}

export const fresh: Patience = { factor: 1, best: -Infinity, since: 0 };

/** After an epoch with that score on validation, higher being better. */
export function waited({ factor, best, since }: Patience, plateau: Plateau, score: number): Patience {
  if (score > best) return { factor, best: score, since: 0 };
  const waits = since + 1 < plateau.patience;
  return waits ? { factor, best, since: since + 1 } : { factor: factor * plateau.factor, best, since: 0 };
}
