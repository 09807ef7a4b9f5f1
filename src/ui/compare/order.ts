/** The order of a table's rows: by one of its columns. */
export interface Order<Column extends string> {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

/** What a cell holds in full; undefined where there is nothing. */
export type Cell = number | string | undefined;

const compared = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? Number(a > b) - Number(a < b) : String(a).localeCompare(String(b));

/** Rows in an order; what has no value in that column comes last either way, and equals stay as they were. */
export function inOrder<Row, Column extends string>(
  rows: readonly Row[],
  cellOf: (row: Row, column: Column) => Cell,
  { column, direction }: Order<Column>,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [cellOf(one, column), cellOf(other, column)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compared(a, b);
  });
}

/** A table for a spreadsheet: tabs between cells, numbers in the fewest digits that read back as the same number. */
export const tabbed = <Row, Column extends string>(
  rows: readonly Row[],
  columns: readonly Column[],
  cellOf: (row: Row, column: Column) => Cell,
  words: Readonly<Record<Column, string>>,
): string =>
  `${[
    columns.map((column) => words[column]).join('\t'),
    ...rows.map((row) => columns.map((column) => cellOf(row, column) ?? '').join('\t')),
  ].join('\n')}\n`;
