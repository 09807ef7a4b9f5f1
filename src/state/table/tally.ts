import type { Text } from '../../formula/text.ts';
import { farthest, rowLimit } from '../field.ts';
import { quoted } from '../problem.ts';

/** What is wrong with a line: it has not two cells, or one of them is a word or a number beyond all reason. */
export type Blamed = 'columns' | 'word' | 'beyond';

interface Blame {
  count: number;
  /** The first such line, counted from 1, and what was found there. */
  line: number;
  found: string;
}

/** What was met while a table was read. */
export interface Tally extends Record<Blamed, Blame> {
  rows: number;
  blank: number;
  missing: number;
  header: readonly string[] | undefined;
  /** How its numbers are read, where that is worth a word. */
  dialect: readonly Text[];
  isBinary: boolean;
}

const noBlame = (): Blame => ({ count: 0, line: 0, found: '' });

export const emptyTally = (): Tally => ({
  columns: noBlame(),
  word: noBlame(),
  beyond: noBlame(),
  rows: 0,
  blank: 0,
  missing: 0,
  header: undefined,
  dialect: [],
  isBinary: false,
});

const grouped = (count: number): string => count.toLocaleString('en');

const blamed: Readonly<Record<Blamed, (blame: Blame) => Text>> = {
  columns: ({ line, found }) => ({
    en: `line ${line}: expected two columns, input and target, found ${found}`,
    zh: `第 ${line} 行：应有两列（输入与目标），实际为 ${found} 列`,
  }),
  word: ({ line, found }) => ({
    en: `line ${line}: expected a number, found ${quoted(found)}`,
    zh: `第 ${line} 行：应为数字，实际为 ${quoted(found)}`,
  }),
  beyond: ({ line, found }) => ({
    en: `line ${line}: ${quoted(found)} is beyond ±${farthest.toExponential().replace('+', '')}; other units would help`,
    zh: `第 ${line} 行：${quoted(found)} 超出 ±${farthest.toExponential().replace('+', '')}，请换用其他单位`,
  }),
};

const kinds = Object.keys(blamed) as Blamed[];

/** Why a table cannot be used; undefined where it can. */
export function faultOf(tally: Tally): Text | undefined {
  if (tally.isBinary)
    return {
      en: 'this is not text: export the table as CSV',
      zh: '这不是文本：请把表格导出为 CSV',
    };
  const bad = kinds.reduce((sum, kind) => sum + tally[kind].count, 0);
  if (tally.rows >= 2 && tally.rows > bad) return undefined;
  const [worst] = kinds.toSorted((a, b) => tally[b].count - tally[a].count);
  if (worst !== undefined && tally[worst].count > 0) return blamed[worst](tally[worst]);
  if (tally.rows === 1)
    return { en: 'there is one row of two numbers: a line needs at least two', zh: '只有一行数据：至少需要两行' };
  if (tally.missing > 0)
    return {
      en: `there is no row of two numbers: a value is missing in all ${grouped(tally.missing)}`,
      zh: `没有一行是两个数：全部 ${grouped(tally.missing)} 行都有缺失值`,
    };
  return { en: 'there is no row of two numbers', zh: '没有一行是两个数' };
}

const rows = (count: number): string => `${grouped(count)} row${count === 1 ? '' : 's'}`;

/** What a reader of a table should know about what was made of it. */
export function notesOf(tally: Tally): Text[] {
  const { header, blank, missing, dialect } = tally;
  const notes: (Text | false | undefined)[] = [
    header && {
      en: `the first line is read as a header: ${header.map(quoted).join(', ')}`,
      zh: `第一行作为表头：${header.map(quoted).join('、')}`,
    },
    ...dialect,
    blank > 0 && {
      en: `${grouped(blank)} blank line${blank === 1 ? '' : 's'} left out`,
      zh: `已忽略 ${grouped(blank)} 个空行`,
    },
    missing > 0 && {
      en: `${rows(missing)} with a missing value left out`,
      zh: `已忽略 ${grouped(missing)} 行缺失值`,
    },
    ...kinds.map((kind): Text | false => {
      const { count } = tally[kind];
      const { en, zh } = blamed[kind](tally[kind]);
      return (
        count > 0 && {
          en: count === 1 ? `${en}; this row is left out` : `${en}; ${rows(count)} like it left out`,
          zh: count === 1 ? `${zh}；已忽略此行` : `${zh}；已忽略 ${grouped(count)} 行类似的内容`,
        }
      );
    }),
    tally.rows > rowLimit && {
      en: `of ${rows(tally.rows)}, ${rowLimit} at even distances are used`,
      zh: `共 ${grouped(tally.rows)} 行，等间隔取其中 ${rowLimit} 行`,
    },
  ];
  return notes.filter((note) => note !== undefined && note !== false);
}
