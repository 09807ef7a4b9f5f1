import { rowLimit } from './field.ts';

/** At most `rowLimit` of a list, evenly spaced, the first and the last among them; the list itself where it is short. */
export const thinned = <T>(rows: readonly T[]): readonly T[] =>
  rows.length <= rowLimit
    ? rows
    : Array.from({ length: rowLimit }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (rowLimit - 1))] as T);
