import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { settledGradient } from '../../engine/status.ts';
import { count, lossText } from '../../i18n/numbers.ts';
import { fansStore } from '../../state/fans/fans.ts';
import { appearance } from '../../state/appearance.ts';
import { runsStore } from '../../state/runs.ts';
import { toleranceIn } from '../../state/settings.ts';
import { surfaceIn } from '../../state/surface.ts';
import { Dialog } from '../Dialog.tsx';
import { copy } from '../share/exportScene.ts';
import { useText } from '../useText.ts';
import { CompareTable } from './CompareTable.tsx';
import './compare.css';
import { fanCellOf, fanColumnsOf, fanRowsOf } from './fanRows.ts';
import { FanTable } from './FanTable.tsx';
import { type Order, tabbed } from './order.ts';
import { cellOf, type Column, columns, type Row, rowsOf, sorted, tsv } from './rows.ts';

const whole: readonly Column[] = ['steps', 'evaluations'];

/** All runs side by side in numbers, to be sorted, copied and read aloud. */
export function CompareDialog({ onClose }: { onClose(): void }): ReactNode {
  const { compare: text, fans } = useText();
  const { language, theme } = useStore(appearance);
  const { scene, runs } = useStore(runsStore);
  const [order, setOrder] = useState<Order<Column>>();
  const [said, setSaid] = useState('');
  const [fallback, setFallback] = useState<string>();
  const rows = rowsOf(scene, runs, theme, language);

  const copyTable = async (): Promise<void> => {
    const runTable = tsv(order === undefined ? rows : sorted(rows, order), text.columns);
    const fanRows = fanRowsOf(scene, fansStore.getState().fans, theme, language, fans.settledAt);
    const table =
      fanRows.length === 0 ? runTable : `${runTable}\n${tabbed(fanRows, fanColumnsOf(scene), fanCellOf, fans.columns)}`;
    const isCopied = await copy(table);
    setSaid(isCopied ? text.copied : text.notCopied);
    setFallback(isCopied ? undefined : table);
  };

  const shown = (row: Row, column: Column): ReactNode => {
    const value = cellOf(row, column);
    if (typeof value !== 'number') return value ?? '—';
    if (whole.includes(column)) return count(language, value);
    if (column !== 'largestStep') return lossText(value);
    return (
      <>
        {lossText(value)}
        <small>{text.atStep(row.largestStep.step)}</small>
      </>
    );
  };

  const isStated = surfaceIn(scene).minima.length > 0;
  return (
    <Dialog title={text.title} onClose={onClose}>
      {rows.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <CompareTable
          title={text.title}
          columns={columns}
          words={text.columns}
          rows={rows}
          cellOf={cellOf}
          shown={shown}
          onOrder={setOrder}
        />
      )}
      <div className="compare-notes">
        <p className="note">
          {isStated
            ? text.converged(`${Number((toleranceIn(scene) * 100).toPrecision(6))}%`)
            : text.flat(String(settledGradient))}
        </p>
        <p className="note">{text.overshoot}</p>
      </div>
      <FanTable scene={scene} />
      <div className="share-row">
        <button type="button" className="button" disabled={rows.length === 0} onClick={() => void copyTable()}>
          {text.copy}
        </button>
        <p className="compare-said" role="status">
          {said}
        </p>
      </div>
      {fallback !== undefined && (
        <textarea
          className="compare-text"
          aria-label={text.text}
          readOnly
          rows={4}
          value={fallback}
          ref={(area) => area?.select()}
        />
      )}
    </Dialog>
  );
}
