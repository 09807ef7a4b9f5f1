import { farthest } from '../field.ts';

/** How a table's lines are cut into cells, and how its numbers are written. */
export interface Dialect {
  /** A blank stands for any number of spaces and tabs. */
  readonly separator: '\t' | ';' | ',' | ' ';
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
];

const unquoted = (cell: string): string => {
  const text = cell.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
};

/** Cells of a line that are read: more than any table has whose numbers are wanted. */
const mostCells = 10_000;

/** The cells of a line; separators at its end make none. */
export function cellsOf(line: string, { separator }: Dialect): string[] {
  const cells =
    separator === ' ' ? line.trim().split(/\s+/, mostCells) : line.split(separator, mostCells).map(unquoted);
  while (cells.length > 2 && cells.at(-1) === '') cells.pop();
  return separator === ' ' ? cells.map(unquoted) : cells;
}

const digits = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?';
const number = new RegExp(`^${digits}$`);
const missing = /^(?:|na|n\/a|nan|null|none|nil|missing|[?.–—-])$/i;

/** What is in a cell: a number, or why it is none. */
export type Cell = number | 'missing' | 'beyond' | 'word';

export function readCell(cell: string, { decimal }: Dialect): Cell {
  const text = (decimal === ',' ? cell.replace(/,(?=\d)/, '.') : cell).replace('−', '-');
  if (!number.test(text)) return missing.test(text) ? 'missing' : 'word';
  const value = Number(text);
  return Math.abs(value) <= farthest ? value + 0 : 'beyond';
}

/**
 * Two numbers in a line without anything unusual: undefined for all other lines, which may be rows too. Most lines of a
 * long table are such, and it is five times as fast as cutting them into cells.
 */
export function plainPairs({ separator, decimal }: Dialect): (line: string) => [number, number] | undefined {
  const between = separator === ' ' ? '[ \\t]+' : ` *${separator} *`;
  const number = decimal === ',' ? digits.replace('\\.\\d*', ',\\d+').replace('\\.', ',') : digits;
  const pair = new RegExp(`^ *(${number})${between}(${number}) *$`);
  const valueOf = decimal === ',' ? (text: string): number => Number(text.replace(',', '.')) : Number;
  return (line) => {
    const found = pair.exec(line);
    if (found === null) return undefined;
    const [first, second] = [valueOf(found[1] as string), valueOf(found[2] as string)];
    const isNear = Math.abs(first) <= farthest && Math.abs(second) <= farthest;
    return isNear ? [first + 0, second + 0] : undefined;
  };
}

/** So much of a line is judged. */
const glance = 1000;

/** How many of a line's digits are in numbers where a dialect cuts it into cells. */
function digitsRead(line: string, dialect: Dialect): number {
  const cells = cellsOf(line, dialect);
  const numbers = cells.length < 2 ? [] : cells.filter((cell) => typeof readCell(cell, dialect) === 'number');
  return numbers.join('').replaceAll(/\D/g, '').length;
}

/**
 * The dialect in whose numbers most digits of some lines are: what cuts a number in two leaves a part of it in a word. Where
 * there are no numbers, the one whose separator most of the lines have.
 */
export function dialectOf(lines: readonly string[]): Dialect {
  const heads = lines.map((line) => line.slice(0, glance));
  const best = (score: (line: string, dialect: Dialect) => number): [Dialect, number] => {
    const scored = dialects.map((dialect): [Dialect, number] => [
      dialect,
      heads.reduce((sum, line) => sum + score(line, dialect), 0),
    ]);
    return scored.reduce((most, each) => (each[1] > most[1] ? each : most));
  };
  const [read, count] = best(digitsRead);
  return count > 0 ? read : best((line, dialect) => Number(cellsOf(line, dialect).length > 1))[0];
}
