import type { ReactNode } from 'react';
import { count, lossText } from '../../i18n/numbers.ts';
import { Glyph } from '../Glyph.tsx';
import { useLanguage, useText } from '../useText.ts';
import { cellOf, type Column, columns, type Order, type Row } from './rows.ts';

interface Props {
  rows: readonly Row[];
  /** Undefined where the runs are in the scene's order. */
  order: Order | undefined;
  onOrder(order: Order): void;
}

const arrows = { ascending: '▲', descending: '▼' };
const whole: readonly Column[] = ['steps', 'evaluations'];

/** The table itself: a press on a column's name sorts by it, another press turns the order round. */
export function CompareTable({ rows, order, onOrder }: Props): ReactNode {
  const language = useLanguage();
  const { compare: text } = useText();

  const next = (column: Column): Order =>
    order?.column === column && order.direction === 'ascending'
      ? { column, direction: 'descending' }
      : { column, direction: 'ascending' };

  const shown = (row: Row, column: Column): string => {
    const value = cellOf(row, column);
    if (typeof value !== 'number') return value ?? '—';
    return whole.includes(column) ? count(language, value) : lossText(value);
  };

  return (
    <div className="compare" role="region" aria-label={text.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={order?.column === column ? order.direction : undefined}>
                <button type="button" onClick={() => onOrder(next(column))}>
                  {text.columns[column]}
                  <span aria-hidden="true">{order?.column === column ? arrows[order.direction] : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
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
                    {column === 'largestStep' && <small>{text.atStep(row.largestStep.step)}</small>}
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
