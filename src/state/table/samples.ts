import type { Text } from '../../formula/text.ts';
import type { Dataset } from '../../network/data/dataset.ts';
import { type Cell, cellsOf, dialectNotes, dialectOf, isTelling, readCell } from './dialect.ts';
import { eachLine } from './lines.ts';
import { type Column, says } from './sampleText.ts';

/** A table of one's own as samples: its last column is what is to be learnt, the others are the inputs. */
export interface OwnSamples {
  readonly data: Dataset | undefined;
  /** What was left out, or read in a way that nobody may expect. */
  readonly notes: readonly Text[];
  /** Why there are no samples. */
  readonly fault: Text | undefined;
}

/** Fewer samples than this are no data to learn from; of more than that only the first are used, so that a page stays quick. */
const [fewestSamples, mostSamples] = [10, 5000];
const mostInputs = 64;
const mostClasses = 20;
/** Whole numbers are classes where there are at most so many, each of them often enough. */
const mostNumberedClasses = 10;
const oftenEnough = 5;

interface Line {
  readonly number: number;
  readonly texts: readonly string[];
  readonly cells: readonly Cell[];
}

/** A table's lines of the commonest width, what its columns are called, and what was noted so far. */
interface Grid {
  readonly lines: readonly Line[];
  readonly names: readonly string[];
  readonly notes: Text[];
}

function linesOf(text: string): { lines: Line[]; notes: Text[] } {
  const found: { number: number; line: string }[] = [];
  eachLine(text.replace(/^\ufeff/, ''), (line, number) => {
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) found.push({ number, line });
  });
  const telling: string[] = [];
  for (const { line } of found) if (isTelling(line, telling)) telling.push(line);
  const dialect = dialectOf(telling);
  const lines = found.map(({ number, line }) => {
    const texts = cellsOf(line, dialect);
    return { number, texts, cells: texts.map((cell) => readCell(cell, dialect)) };
  });
  return { lines, notes: dialectNotes(telling, dialect) };
}

const isNumber = (cell: Cell | undefined): boolean => typeof cell === 'number';
const isWord = (cell: Cell | undefined): boolean => cell === 'word' || cell === 'beyond';

/** Whether the first line has the columns' names: no number where another line has one. */
const hasHeader = ([first, ...rest]: readonly Line[]): boolean =>
  first?.cells.every(isWord) === true && rest.some(({ cells }) => cells.some(isNumber));

function gridOf(lines: readonly Line[], noted: readonly Text[]): Grid {
  const header = hasHeader(lines) ? lines[0]?.texts : undefined;
  const body = header === undefined ? lines : lines.slice(1);
  const counts = new Map<number, number>();
  for (const { texts } of body) counts.set(texts.length, (counts.get(texts.length) ?? 0) + 1);
  const [width] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  const odd = body.filter(({ texts }) => texts.length !== width);
  const [first] = odd;
  const notes = [
    ...noted,
    ...(header === undefined ? [] : [says.header(header)]),
    ...(first === undefined ? [] : [says.width(odd.length, first.number, width, first.texts.length)]),
  ];
  const names = Array.from({ length: width }, (_, i) => header?.[i] || `x${i + 1}`);
  return { lines: body.filter(({ texts }) => texts.length === width), names, notes };
}

const columnOf = ({ names }: Grid, i: number): Column => ({ place: i + 1, name: names[i] as string });

/** The columns of inputs: those before the last that are not words for the most part. */
function inputsOf(grid: Grid): number[] {
  const { lines, names, notes } = grid;
  return names.slice(0, -1).flatMap((_, i) => {
    if (2 * lines.filter(({ cells }) => isWord(cells[i])).length <= lines.length) return [i];
    notes.push(says.words(columnOf(grid, i)));
    return [];
  });
}

/** The lines that have all that is needed. */
function completeOf(grid: Grid, inputs: readonly number[]): Line[] {
  const { lines, names, notes } = grid;
  const last = names.length - 1;
  const gapIn = ({ cells }: Line): number | undefined =>
    [...inputs, last].find((i) => !isNumber(cells[i]) && (i < last || cells[i] === 'missing'));
  const complete = lines.filter((line) => gapIn(line) === undefined);
  const line = lines.find((each) => gapIn(each) !== undefined);
  if (line !== undefined) {
    const i = gapIn(line) as number;
    const [count, column] = [lines.length - complete.length, columnOf(grid, i)];
    const isMissing = line.cells[i] === 'missing';
    notes.push(isMissing ? says.missing(count, line.number, column) : says.noNumber(count, line.number, column, line.texts[i] as string)); // prettier-ignore
  }
  return complete;
}

/** What a line says in its last column: a number is the same one however it is written. */
const targetOf = ({ texts, cells }: Line): string =>
  isNumber(cells.at(-1)) ? String(cells.at(-1)) : (texts.at(-1) as string);

/** The classes that the last column names, in their order; undefined where its numbers are to be predicted. */
function classesOf(lines: readonly Line[]): string[] | undefined {
  const distinct = [...new Set(lines.map(targetOf))];
  if (lines.some(({ cells }) => isWord(cells.at(-1)))) return distinct;
  const areWhole = lines.every(({ cells }) => Number.isInteger(cells.at(-1)));
  const areFew = distinct.length <= mostNumberedClasses && oftenEnough * distinct.length <= lines.length;
  return distinct.length === 1 || (areWhole && areFew) ? distinct.sort((a, b) => Number(a) - Number(b)) : undefined;
}

function dataOf(
  { names }: Grid,
  lines: readonly Line[],
  inputs: readonly number[],
  classes: string[] | undefined,
): Dataset {
  const last = names.at(-1) as string;
  return {
    inputs: Float64Array.from(lines.flatMap(({ cells }) => inputs.map((i) => cells[i] as number))),
    labels: Int32Array.from(classes ? lines.map((line) => classes.indexOf(targetOf(line))) : []),
    numbers: Float64Array.from(classes ? [] : lines.map(({ cells }) => cells.at(-1) as number)),
    rows: lines.length,
    features: inputs.map((i) => names[i] as string),
    classes: classes ?? [],
    wanted: classes ? [] : [last],
  };
}

/**
 * Reads a table of one's own: cells apart by tabs, semicolons, commas or spaces, decimal commas or points, a header or
 * none. The last column is a class where it has words, or few whole numbers; else a number to predict. Columns of words
 * among the inputs, and rows in which something is missing, are left out and told.
 */
export function readSamples(text: string): OwnSamples {
  const { lines, notes: noted } = linesOf(text);
  if (lines.length === 0) return { data: undefined, notes: [], fault: says.empty() };
  const grid = gridOf(lines, noted);
  const { names, notes } = grid;
  const without = (fault: Text): OwnSamples => ({ data: undefined, notes, fault });
  if (names.length < 2) return without(says.oneColumn());
  const inputs = inputsOf(grid);
  if (inputs.length === 0 || inputs.length > mostInputs) return without(says.inputs(mostInputs, inputs.length));
  const complete = completeOf(grid, inputs);
  if (complete.length < fewestSamples) return without(says.few(fewestSamples, complete.length));
  if (complete.length > mostSamples) notes.push(says.cut(complete.length, mostSamples));
  const kept = complete.slice(0, mostSamples);
  const classes = classesOf(kept);
  const last = columnOf(grid, names.length - 1);
  if (classes?.length === 1) return without(says.oneClass(last));
  if (classes !== undefined && classes.length > mostClasses) return without(says.classes(mostClasses, classes.length));
  notes.push(classes ? says.class(last.name, classes.length) : says.number(last.name));
  for (const i of inputs)
    if (kept.every(({ cells }) => cells[i] === kept[0]?.cells[i])) notes.push(says.constant(columnOf(grid, i)));
  return { data: dataOf(grid, kept, inputs, classes), notes, fault: undefined };
}
