import { FormulaError } from './errors.ts';
import type { Span } from './syntax.ts';

export interface Token extends Span {
  readonly kind: 'number' | 'name' | 'symbol' | 'separator' | 'end';
  readonly text: string;
}

const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const blank = /[ \t\r\u00a0]+/y;

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Cuts a program into tokens; newlines count as separators outside parentheses only. Throws FormulaError. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let open = 0;
  for (let at = 0; at < text.length;) {
    const push = (kind: Token['kind'], piece: string): void => {
      found.push({ kind, text: piece, offset: at, length: piece.length });
      at += piece.length;
    };
    const skipped = match(blank, text, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const digits = match(number, text, at);
    const word = match(name, text, at);
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (digits !== undefined) {
      if (!Number.isFinite(Number(digits)) || text[at + digits.length] === '.')
        throw new FormulaError({ code: 'number', found: digits.slice(0, 24) }, text, {
          offset: at,
          length: digits.length,
        });
      push('number', digits);
    } else if (word !== undefined) push('name', word);
    else if (character === ';') push('separator', character);
    else if (character === '\n') {
      if (open > 0) at += 1;
      else push('separator', character);
    } else if ('+-*/^(),='.includes(character)) {
      if (character === '(') open += 1;
      if (character === ')') open -= 1;
      push('symbol', character);
    } else
      throw new FormulaError({ code: 'character', found: character }, text, { offset: at, length: character.length });
  }
  found.push({ kind: 'end', text: '', offset: text.length, length: 0 });
  return found;
}
