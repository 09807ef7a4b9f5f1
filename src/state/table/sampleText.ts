import type { Text } from '../../formula/text.ts';
import { quoted } from '../problem.ts';

const rows = (count: number): string => `${count} row${count === 1 ? '' : 's'}`;

/** A column by its place, counted from 1, and its name. */
export interface Column {
  readonly place: number;
  readonly name: string;
}

const shown = ({ place, name }: Column): string => `${place}, ${quoted(name)}`;

/** What is said about a table of samples. */
export const says = {
  empty: (): Text => ({ en: 'the table is empty', zh: '表格是空的' }),
  oneColumn: (): Text => ({
    en: 'expected at least two columns, inputs and then what is to be learnt, found one',
    zh: '至少应有两列（输入在前，学习目标在最后），实际只有一列',
  }),
  header: (names: readonly string[]): Text => ({
    en: `the first line is read as a header: ${names.map(quoted).join(', ')}`,
    zh: `第一行作为表头：${names.map(quoted).join('、')}`,
  }),
  width: (count: number, line: number, expected: number, found: number): Text => ({
    en: `${rows(count)} left out; the first is line ${line}: expected ${expected} columns, found ${found}`,
    zh: `略去 ${count} 行；首先是第 ${line} 行：应有 ${expected} 列，实际为 ${found} 列`,
  }),
  words: (column: Column): Text => ({
    en: `column ${shown(column)} is text: it is left out`,
    zh: `第 ${shown(column)} 列是文本：已略去`,
  }),
  inputs: (most: number, found: number): Text => ({
    en: `expected 1 to ${most} columns of numbers before the last, found ${found}`,
    zh: `最后一列之前应有 1 到 ${most} 列数字，实际为 ${found} 列`,
  }),
  missing: (count: number, line: number, column: Column): Text => ({
    en: `${rows(count)} left out; the first is line ${line}: a value is missing in column ${shown(column)}`,
    zh: `略去 ${count} 行；首先是第 ${line} 行：第 ${shown(column)} 列缺少值`,
  }),
  noNumber: (count: number, line: number, column: Column, cell: string): Text => ({
    en: `${rows(count)} left out; the first is line ${line}: expected a number in column ${shown(column)}, found ${quoted(cell)}`,
    zh: `略去 ${count} 行；首先是第 ${line} 行：第 ${shown(column)} 列应为数字，实际为 ${quoted(cell)}`,
  }),
  few: (least: number, found: number): Text => ({
    en: `expected at least ${least} complete rows, found ${found}`,
    zh: `至少应有 ${least} 行完整数据，实际为 ${found} 行`,
  }),
  cut: (found: number, most: number): Text => ({
    en: `of ${rows(found)} the first ${most} are used`,
    zh: `共 ${found} 行，只使用前 ${most} 行`,
  }),
  oneClass: (column: Column): Text => ({
    en: `column ${shown(column)} has one value only: there is nothing to learn`,
    zh: `第 ${shown(column)} 列只有一个值：没有可学习的内容`,
  }),
  classes: (most: number, found: number): Text => ({
    en: `expected at most ${most} classes in the last column, found ${found}`,
    zh: `最后一列最多应有 ${most} 个类别，实际为 ${found} 个`,
  }),
  constant: (column: Column): Text => ({
    en: `column ${shown(column)} never changes: it says nothing about the rest`,
    zh: `第 ${shown(column)} 列始终不变：它不提供任何信息`,
  }),
  number: (name: string): Text => ({
    en: `${quoted(name)} is a number to predict`,
    zh: `${quoted(name)} 是要预测的数值`,
  }),
  class: (name: string, count: number): Text => ({
    en: `${quoted(name)} is one of ${count} classes`,
    zh: `${quoted(name)} 是 ${count} 个类别之一`,
  }),
} as const;
