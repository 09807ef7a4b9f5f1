import { type Summary, summaryOf } from '../../engine/measures.ts';
import type { Run } from '../../engine/run.ts';
import type { Language } from '../../formula/text.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import type { Scene } from '../../state/scene.ts';
import { statusSentence } from '../../state/status.ts';
import { type Look, looksOf } from '../chart/look.ts';
import { type Cell, inOrder, type Order, tabbed } from './order.ts';

/** The table's columns, in order. */
export const columns = [
  'name',
  'steps',
  'evaluations',
  'finalLoss',
  'pathLength',
  'largestStep',
  'overshoot',
  'outcome',
] as const;
export type Column = (typeof columns)[number];

/** One run in the table. */
export interface Row extends Summary {
  readonly look: Look;
  readonly outcome: string;
}

export const rowsOf = (
  scene: Scene,
  runs: readonly Run[],
  theme: 'light' | 'dark',
  language: Language,
): readonly Row[] =>
  looksOf(scene, runs, theme, language).flatMap((look) => {
    const run = runs.find(({ id }) => id === look.id);
    return run === undefined ? [] : [{ look, ...summaryOf(run), outcome: statusSentence(run, scene, language) }];
  });

/** What a cell holds in full; undefined where there is nothing, as the steps to converge of a run that did not. */
export function cellOf(row: Row, column: Column): Cell {
  if (column === 'name') return row.look.name;
  if (column === 'largestStep') return row.largestStep.length;
  return row[column];
}

/** Rows in an order; what has no value in that column comes last either way, and equals stay as they were. */
export const sorted = (rows: readonly Row[], order: Order<Column>): readonly Row[] => inOrder(rows, cellOf, order);

/** The table for a spreadsheet. */
export const tsv = (rows: readonly Row[], words: Dictionary['compare']['columns']): string =>
  tabbed(rows, columns, cellOf, words);
