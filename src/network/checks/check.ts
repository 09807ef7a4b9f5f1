import type { Text } from '../../formula/text.ts';
import type { TrainSpec } from '../train/spec.ts';

/** What a check found. */
export interface Finding {
  readonly passed: boolean;
  /** The number that decided. */
  readonly number: number;
  /** The same in words, with what was expected. */
  readonly sentence: Text;
  /** The number for each layer, where it has one. */
  readonly layers?: readonly number[];
}

/** Something that a professional makes sure of before a long training. */
export interface Check<Id extends string = string> {
  readonly id: Id;
  readonly name: Text;
  readonly run: (spec: TrainSpec) => Finding;
  readonly teaches: Text;
}

/** Declares a check; keeps the id's literal type. */
export const check = <const Id extends string>(definition: Check<Id>): Check<Id> => definition;

/** A number for a sentence. */
export const shown = (value: number, digits = 3): string => {
  const text = value.toPrecision(digits);
  return text.includes('e') ? text : String(Number(text));
};

export const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
