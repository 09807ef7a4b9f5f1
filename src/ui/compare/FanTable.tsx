import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { count, lossText } from '../../i18n/numbers.ts';
import { fansStore } from '../../state/fans/fans.ts';
import { appearance } from '../../state/appearance.ts';
import type { Scene } from '../../state/scene.ts';
import { useText } from '../useText.ts';
import { CompareTable } from './CompareTable.tsx';
import { fanCellOf, type FanColumn, fanColumnsOf, type FanRow, fanRowsOf } from './fanRows.ts';

const losses: readonly FanColumn[] = ['median', 'low', 'high'];

/** The fans in numbers, where there are any; the rows are told to whoever copies them. */
export function FanTable({ scene }: { scene: Scene }): ReactNode {
  const { language, theme } = useStore(appearance);
  const { fans, waiting } = useStore(fansStore);
  const { fans: text } = useText();
  if (fans.length + waiting === 0) return null;
  const shown = (row: FanRow, column: FanColumn): string => {
    const value = fanCellOf(row, column);
    if (typeof value !== 'number') return value === '' || value === undefined ? '—' : value;
    return losses.includes(column) ? lossText(value) : count(language, value);
  };
  const title = text.table(scene.fan ?? 1);
  return (
    <div className="compare-fans">
      <h3>{title}</h3>
      <CompareTable
        title={title}
        columns={fanColumnsOf(scene)}
        words={text.columns}
        rows={fanRowsOf(scene, fans, theme, language, text.settledAt)}
        cellOf={fanCellOf}
        shown={shown}
      />
      <p className="note">{waiting > 0 ? text.waiting : text.tableNote}</p>
    </div>
  );
}
