import type { Row } from '../../../surfaces/surface.ts';
import type { Text } from '../../formula/text.ts';
import { thinned } from '../thin.ts';
import {
  cellsOf,
  type Dialect,
  dialectNotes,
  dialectOf,
  isTelling,
  mostTelling,
  plainPairs,
  readCell,
} from './dialect.ts';
import { eachLine } from './lines.ts';
import { type Blamed, emptyTally, faultOf, notesOf, type Tally } from './tally.ts';

/** What a text has to say as a table of two columns, inputs t and targets u. */
export interface Table {
  /** Its rows, thinned; none where there is a fault. */
  readonly rows: readonly Row[];
  /** What was left out or read in a way that nobody may expect. */
  readonly notes: readonly Text[];
  /** Why there are no rows to be had. */
  readonly fault: Text | undefined;
}

const nothing: Table = { rows: [], notes: [], fault: undefined };

const isBlank = (line: string): boolean => line.trim() === '';
/** A remark, as programs put them above their columns. */
const isRemark = (line: string): boolean => line.trimStart().startsWith('#');

/** Characters that no text has, and the one that stands for what could not be decoded. */
const unprintable = /(?![\t-\r\u0085])\p{Cc}|\ufffd/u;
const head = 4096;

const tellingLines = (text: string): string[] => {
  const lines: string[] = [];
  eachLine(text, (line) => {
    if (isTelling(line, lines) && !isBlank(line) && !isRemark(line)) lines.push(line);
    return lines.length < mostTelling;
  });
  return lines;
};

const blame = (tally: Tally, kind: Blamed, line: number, found: string): void => {
  tally[kind].count += 1;
  if (tally[kind].count === 1) Object.assign(tally[kind], { line, found });
};

/** The row of a line's cells; undefined where they are none, which the tally is told. */
function readLine(texts: readonly string[], number: number, dialect: Dialect, tally: Tally): Row | undefined {
  if (texts.length !== 2) {
    blame(tally, 'columns', number, String(texts.length));
    return undefined;
  }
  const cells = texts.map((text) => readCell(text, dialect));
  for (const kind of ['word', 'beyond'] as const) {
    const place = cells.indexOf(kind);
    if (place < 0) continue;
    blame(tally, kind, number, texts[place] as string);
    return undefined;
  }
  if (cells.includes('missing')) {
    tally.missing += 1;
    return undefined;
  }
  return cells as unknown as Row;
}

/**
 * Reads a table of two columns as people have them: cells apart by tabs, semicolons, commas or spaces, with decimal
 * commas or points, a header or none. What is no row of two numbers is left out and told; a table of which less is left
 * than is left out is none. Takes a million lines in less than a second, or about one where thousands are grouped.
 */
export function readTable(text: string): Table {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (isBlank(plain.slice(0, head)) && isBlank(plain)) return nothing;
  const tally = emptyTally();
  if (unprintable.test(plain.slice(0, head))) return { ...nothing, fault: faultOf({ ...tally, isBinary: true }) };
  const telling = tellingLines(plain);
  const dialect = dialectOf(telling);
  tally.dialect = dialectNotes(telling, dialect);
  const rows: Row[] = [];
  let blanks = 0;
  let isFirst = true;
  const plainPair = plainPairs(dialect);
  eachLine(plain, (line, number) => {
    const pair = plainPair(line);
    if (pair === undefined) {
      if (isRemark(line)) return;
      if (isBlank(line)) {
        if (!isFirst) blanks += 1;
        return;
      }
    }
    // Blank lines at the end are no gaps.
    tally.blank += blanks;
    blanks = 0;
    if (pair !== undefined) {
      isFirst = false;
      rows.push(pair);
      return;
    }
    const cells = cellsOf(line, dialect);
    if (isFirst) {
      isFirst = false;
      if (cells.every((cell) => readCell(cell, dialect) === 'word')) {
        tally.header = cells;
        return;
      }
    }
    const row = readLine(cells, number, dialect, tally);
    if (row !== undefined) rows.push(row);
  });
  tally.rows = rows.length;
  const fault = faultOf(tally);
  return fault === undefined ? { rows: thinned(rows), notes: notesOf(tally), fault } : { ...nothing, fault };
}
