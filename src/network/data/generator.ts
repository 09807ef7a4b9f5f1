import { count, named, type Quantity, slider } from '../../formula/quantity.ts';
import type { Text } from '../../formula/text.ts';
import type { Stream } from '../random.ts';
import type { Dataset } from './dataset.ts';
import type { Preset } from './preset.ts';

export { count, named, slider } from '../../formula/quantity.ts';

/** Settings that every generator has. */
export interface Common {
  readonly rows: number;
  readonly noise: number;
}

/** Data that are made, not measured: the same for the same seed and settings. */
export interface Generator<Id extends string = string, Param extends string = string> {
  readonly id: Id;
  readonly name: Text;
  readonly params: Readonly<Record<Param | keyof Common, Quantity>>;
  readonly make: (random: Stream, settings: Readonly<Record<Param | keyof Common, number>>) => Dataset;
  /** What a network for it opens with, where that differs from `plane`. */
  readonly preset?: Partial<Preset>;
  readonly teaches: Text;
}

/** Declares a generator; keeps the literal types of its id and parameters. */
export const generator = <const Id extends string, const Param extends string = never>(
  definition: Generator<Id, Param>,
): Generator<Id, Param> => definition;

/** How many samples, and how much noise, whose unit each generator says. */
export const common = (noise: number, rows = 450): Record<keyof Common, Quantity> => ({
  rows: named(count(rows, 30, 3000, 'log'), 'samples', '样本数'),
  noise: named(slider(noise, 0, 1), 'noise', '噪声'),
});

/** A point per row; classes take turns, so that they are equally large. */
export const inTurn = <T>(rows: number, classes: number, point: (label: number, place: number) => T): T[] =>
  Array.from({ length: rows }, (_, row) => point(row % classes, Math.floor(row / classes) / Math.ceil(rows / classes)));
