import { FormulaError } from '../../formula/errors.ts';
import type { Text } from '../../formula/text.ts';
import { checkProgram, checkRule, checkSurface, NameError, ruleState } from '../../state/typed.ts';

/** What is wrong with a typed formula, and at which characters, counted from 0. */
export interface Fault {
  readonly text: Text;
  readonly offset: number;
  readonly length: number;
}

/** Where a name stands by itself in a text for the first time. */
const placeOf = (name: string, text: string): Pick<Fault, 'offset' | 'length'> => {
  const offset = text.search(new RegExp(`(?<!\\w)${name}(?!\\w)`));
  return offset < 0 ? { offset: 0, length: text.length } : { offset, length: name.length };
};

const faultOf = (text: string, check: () => void): Fault | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) {
      const sentences = { en: error.sentence('en'), zh: error.sentence('zh') };
      return { text: sentences, offset: error.offset, length: error.length };
    }
    if (error instanceof NameError) return { text: error.text, ...placeOf(error.found, text) };
    throw error;
  }
};

/** Why a text is no loss surface; undefined where it is one. */
export const surfaceFault = (text: string): Fault | undefined => faultOf(text, () => checkSurface(text));

/** Why a text is no update rule; undefined where it is one. */
export const ruleFault = (text: string): Fault | undefined => faultOf(text, () => checkRule(text, ruleState(text)));

/** Why a text is no program to run forward and backward; undefined where it is one. */
export const programFault = (text: string): Fault | undefined => faultOf(text, () => checkProgram(text));

/** A text in three parts, the middle one the characters of the fault: at least one, a space where there is none to mark. */
export function markedParts(
  text: string,
  { offset, length }: Pick<Fault, 'offset' | 'length'>,
): [before: string, marked: string, after: string] {
  const marked = text.slice(offset, offset + Math.max(1, length));
  if (marked === '' || marked === '\n') return [text.slice(0, offset), ' ', text.slice(offset)];
  return [text.slice(0, offset), marked, text.slice(offset + marked.length)];
}
