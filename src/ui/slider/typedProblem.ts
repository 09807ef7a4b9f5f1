import type { Dictionary } from '../../i18n/dictionaries.ts';
import { type Typed, writeNumber } from './number.ts';

export type Fault = Exclude<Typed, { value: number }>;

const shown = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** The sentence about a typed number that cannot be taken; `kept` is the number that stays. */
export function typedProblem(fault: Fault, typed: string, kept: number, words: Dictionary['slider']): string {
  const [text, stays] = [shown(typed.trim()), writeNumber(kept)];
  switch (fault.fault) {
    case 'nothing':
      return words.nothing(stays);
    case 'notFinite':
      return words.notFinite(text, stays);
    case 'notNumber':
      return words.notNumber(text, stays);
    case 'notWhole':
      return words.notWhole(text, stays);
    case 'tooSmall':
      return words.tooSmall(text, writeNumber(fault.limit), stays);
    case 'tooLarge':
      return words.tooLarge(text, writeNumber(fault.limit), stays);
  }
}
