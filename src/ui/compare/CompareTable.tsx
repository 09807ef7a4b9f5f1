import { type ReactNode, useState } from 'react';
import type { Look } from '../chart/look.ts';
import { Glyph } from '../Glyph.tsx';
import { type Cell, inOrder, type Order } from './order.ts';

interface Props<Row, Column extends string> {
  title: string;
  columns: readonly Column[];
  words: Readonly<Record<Column, string>>;
  rows: readonly Row[];
  cellOf(row: Row, column: Column): Cell;
  /** What is seen of a cell. */
  shown(row: Row, column: Column): ReactNode;
  /** Told whenever the rows are in another order. */
  onOrder?(order: Order<Column>): void;
}

const arrows = { ascending: '▲', descending: '▼' };

/**
 * A table of optimizers, whose first column is `name`: a press on a column's name sorts by it, another press turns the
 * order round.
 */
export function CompareTable<Row extends { readonly look: Look }, Column extends string>({
  title,
  columns,
  words,
  rows,
  cellOf,
  shown,
  onOrder,
}: Props<Row, Column>): ReactNode {
  const [order, setOrder] = useState<Order<Column>>();
  const sort = (column: Column): void => {
    const isTurned = order?.column === column && order.direction === 'ascending';
    const next = { column, direction: isTurned ? 'descending' : 'ascending' } as const;
    setOrder(next);
    onOrder?.(next);
  };
  return (
    <div className="compare" role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={order?.column === column ? order.direction : undefined}>
                <button type="button" onClick={() => sort(column)}>
                  {words[column]}
                  <span aria-hidden="true">{order?.column === column ? arrows[order.direction] : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(order === undefined ? rows : inOrder(rows, cellOf, order)).map((row) => (
            <tr key={row.look.id}>
              {columns.map((column) =>
                column === 'name' ? (
                  <th key={column} scope="row">
                    <Glyph kind={row.look.glyph} colour={row.look.colour} />
                    {row.look.name}
                  </th>
                ) : (
                  <td key={column} data-column={column}>
                    {shown(row, column)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
