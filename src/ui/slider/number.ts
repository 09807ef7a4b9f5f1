import type { Quantity } from '../../formula/quantity.ts';
import { type Limits, limitsIn, valueOf } from '../../state/field.ts';

/** What may be typed where nothing else is said: any number; not below 0 on a log scale; a whole one for a count. */
export const limitsOf = (quantity: Quantity): Limits => limitsIn(valueOf(quantity));

/** A typed number, or why it is none. */
export type Typed =
  | { readonly value: number }
  | { readonly fault: 'nothing' | 'notNumber' | 'notFinite' | 'notWhole' }
  | { readonly fault: 'tooSmall' | 'tooLarge'; readonly limit: number };

const pattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads what a person typed; full-width characters and a true minus sign, as an input method writes them, are read too. */
export function readNumber(text: string, { least, most, whole }: Limits): Typed {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll(/[\s_]/g, '');
  if (plain === '') return { fault: 'nothing' };
  if (!pattern.test(plain)) return { fault: 'notNumber' };
  const value = Number(plain) + 0;
  if (whole && Number.isFinite(value) && !Number.isInteger(value)) return { fault: 'notWhole' };
  if (value < least) return { fault: 'tooSmall', limit: least };
  if (value > most) return { fault: 'tooLarge', limit: most };
  return Number.isFinite(value) ? { value } : { fault: 'notFinite' };
}

/** The shortest text that reads back to exactly this number; with an exponent below 0.001 and from a million. */
export function writeNumber(value: number): string {
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 1e-3 && size < 1e6);
  return isPlain ? String(value) : value.toExponential().replace('e+', 'e');
}
