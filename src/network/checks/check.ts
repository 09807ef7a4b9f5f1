import type { Text } from '../../formula/text.ts';
import type { NetworkShape } from '../shape.ts';
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

/** What a score is, see `History`, as the end of a sentence. R² has no lowest value: far below 0, how far says nothing. */
export function scored(score: number, task: NetworkShape['task']): Text {
  if (task === 'classes') return { en: percent(score), zh: `正确率为 ${percent(score)}` };
  if (!(score >= -1)) return { en: 'an R² below −1', zh: ' R² 低于 −1' };
  const found = String(Number(score.toFixed(3))).replace('-', '−');
  return { en: `an R² of ${found}`, zh: ` R² 为 ${found}` };
}

/** What is said of a training that diverged. */
export const overflowAt = (step: number): Text => ({
  en: `at step ${step} a number overflows`,
  zh: `第 ${step} 步时数值溢出`,
});
