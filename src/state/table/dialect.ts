import type { Text } from '../../formula/text.ts';
import { farthest } from '../field.ts';
import { quoted } from '../problem.ts';

/** How a table's lines are cut into cells, and how its numbers are written. */
export interface Dialect {
  /** A blank stands for any number of spaces and tabs. */
  readonly separator: '\t' | ';' | ',' | ' ';
  /** The other of the two groups thousands. */
  readonly decimal: '.' | ',';
}

/** In order of preference where several read a table equally well: 1,5 is two numbers where nothing speaks against it. */
const dialects: readonly Dialect[] = [
  { separator: '\t', decimal: '.' },
  { separator: ';', decimal: '.' },
  { separator: ',', decimal: '.' },
  { separator: ' ', decimal: '.' },
  { separator: '\t', decimal: ',' },
  { separator: ';', decimal: ',' },
  { separator: ' ', decimal: ',' },
  { separator: ',', decimal: ',' },
];

const unquoted = (cell: string): string => {
  const text = cell.trim();
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
};

/** Cells of a line that are read: more than any table has whose numbers are wanted. */
const mostCells = 10_000;

/** A line cut at its separators, but for those between quotes. */
function cut(line: string, separator: string): string[] {
  const pieces = line.split(separator, mostCells);
  if (!line.includes('"')) return pieces;
  const cells: string[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const isOdd = piece.split('"').length % 2 === 0;
    if (isOpen) cells.push(`${cells.pop()}${separator}${piece}`);
    else cells.push(piece);
    isOpen = isOpen ? !isOdd : isOdd && piece.trimStart().startsWith('"');
  }
  return cells;
}

/** The cells of a line; separators at its end make none. */
export function cellsOf(line: string, { separator }: Dialect): string[] {
  const pieces = separator === ' ' ? line.trim().split(/\s+/, mostCells) : cut(line, separator);
  const cells = pieces.map(unquoted);
  while (cells.length > 2 && cells.at(-1) === '') cells.pop();
  return cells;
}

const exponent = '(?:[eE][+-]?\\d+)?';

/** A number without grouped thousands. A comma with nothing behind it is no decimal comma. */
const plain = {
  '.': `[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)${exponent}`,
  ',': `[+-]?(?:\\d+(?:,\\d+)?|,\\d+)${exponent}`,
};

/** What may stand between thousands: the mark that is not the decimal one, a Swiss apostrophe, a space that does not break. */
const groups = { '.': ",'’\u00a0\u202f", ',': ".'’\u00a0\u202f" };

const numbersWith = (decimal: '.' | ',') => ({
  number: new RegExp(`^(?:${plain[decimal]}|[+-]?[1-9]\\d{0,2}(?:[${groups[decimal]}]\\d{3})+(?:[${decimal}]\\d+)?)$`),
  group: new RegExp(`[${groups[decimal]}]`, 'g'),
});
const numbers = { '.': numbersWith('.'), ',': numbersWith(',') };

const missing = /^(?:|na|n\/a|nan|null|none|nil|missing|[?.–—-])$/i;

/** What is in a cell: a number, or why it is none. */
export type Cell = number | 'missing' | 'beyond' | 'word';

export function readCell(cell: string, { decimal }: Dialect): Cell {
  const text = cell.replace('−', '-');
  const { number, group } = numbers[decimal];
  if (!number.test(text)) return missing.test(text) ? 'missing' : 'word';
  const value = Number(text.replace(group, '').replace(',', '.'));
  return Math.abs(value) <= farthest ? value + 0 : 'beyond';
}

/**
 * Two numbers in a line without anything unusual: undefined for all other lines, which may be rows too. Most lines of a
 * long table are such, and it is five times as fast as cutting them into cells. None where a comma may be either mark.
 */
export function plainPairs({ separator, decimal }: Dialect): (line: string) => [number, number] | undefined {
  if (separator === decimal) return () => undefined;
  const between = separator === ' ' ? '[ \\t]+' : ` *${separator} *`;
  const pair = new RegExp(`^ *(${plain[decimal]})${between}(${plain[decimal]}) *$`);
  const valueOf = decimal === ',' ? (text: string): number => Number(text.replace(',', '.')) : Number;
  return (line) => {
    const found = pair.exec(line);
    if (found === null) return undefined;
    const [first, second] = [valueOf(found[1] as string), valueOf(found[2] as string)];
    const isNear = Math.abs(first) <= farthest && Math.abs(second) <= farthest;
    return isNear ? [first + 0, second + 0] : undefined;
  };
}

/** Lines by which a dialect is judged: so many first ones, and as many more of those that have a mark of numbers. */
const judged = 100;
export const mostTelling = 2 * judged;

/** Whether a line is the next of those by which a dialect is judged. */
export const isTelling = (line: string, { length }: readonly string[]): boolean =>
  length < judged || (length < mostTelling && /[.,]/.test(line));

/** So much of a line is judged. */
const glance = 1000;

const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length;

/** So little a number counts less that needs a grouping mark, or a separator within: many of them are less than a digit. */
const oddity = 2 ** -30;

/** How many of a line's digits are in numbers where a dialect cuts it into cells. */
function digitsRead(line: string, dialect: Dialect): number {
  const { separator, decimal } = dialect;
  const found = cellsOf(line, dialect);
  const cells = found.length < 2 ? [] : found.filter((cell) => typeof readCell(cell, dialect) === 'number');
  const odd = cells.filter((cell) => cell.includes(decimal === '.' ? ',' : '.') || cell.includes(separator));
  return digitsIn(cells.join('')) - odd.length * oddity;
}

const headsOf = (lines: readonly string[]): string[] => lines.map((line) => line.slice(0, glance));

const total = (heads: readonly string[], score: (line: string) => number): number =>
  heads.reduce((sum, line) => sum + score(line), 0);

/**
 * The dialect in whose numbers most digits of some lines are: what cuts a number in two leaves a part of it in a word. Where
 * there are no numbers, the one whose separator most of the lines have.
 */
export function dialectOf(lines: readonly string[]): Dialect {
  const heads = headsOf(lines);
  const best = (score: (line: string, dialect: Dialect) => number): [Dialect, number] => {
    const scored = dialects.map((dialect): [Dialect, number] => [
      dialect,
      total(heads, (line) => score(line, dialect)),
    ]);
    return scored.reduce((most, each) => (each[1] > most[1] ? each : most));
  };
  const [read, count] = best(digitsRead);
  return count > 0 ? read : best((line, dialect) => Number(cellsOf(line, dialect).length > 1))[0];
}

/** What to say of the dialect in which lines are read: commas that are decimal, and a number that could be another one. */
export function dialectNotes(lines: readonly string[], dialect: Dialect): Text[] {
  const { separator, decimal } = dialect;
  const notes = decimal === ',' ? [{ en: 'commas are read as decimal points', zh: '逗号按小数点读取' }] : [];
  const other: Dialect = { separator, decimal: decimal === '.' ? ',' : '.' };
  const heads = headsOf(lines);
  const digits = (each: Dialect): number => Math.ceil(total(heads, (line) => digitsRead(line, each)));
  if (digits(other) < digits(dialect)) return notes;
  for (const cell of heads.flatMap((line) => cellsOf(line, dialect))) {
    const [value, instead] = [readCell(cell, dialect), readCell(cell, other)];
    const areTwo = typeof value === 'number' && typeof instead === 'number' && value !== instead;
    if (!areTwo || (separator === ',' && !cell.includes(','))) continue;
    notes.push({
      en: `${quoted(cell)} is read as ${value}, not as ${instead}: nothing in the table tells which is meant`,
      zh: `${quoted(cell)} 按 ${value} 读取，而不是 ${instead}：表中没有内容能说明是哪一个，无法判断`,
    });
    break;
  }
  return notes;
}
