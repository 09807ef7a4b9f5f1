import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { settledGradient, settledWithin } from '../../engine/status.ts';
import { preferences } from '../../state/preferences.ts';
import { runsStore } from '../../state/runs.ts';
import { surfaceIn } from '../../state/surface.ts';
import { Dialog } from '../Dialog.tsx';
import { copy } from '../share/exportScene.ts';
import { useText } from '../useText.ts';
import { CompareTable } from './CompareTable.tsx';
import './compare.css';
import { type Order, rowsOf, sorted, tsv } from './rows.ts';

/** All runs side by side in numbers, to be sorted, copied and read aloud. */
export function CompareDialog({ onClose }: { onClose(): void }): ReactNode {
  const { compare: text } = useText();
  const { language, theme } = useStore(preferences);
  const { scene, runs } = useStore(runsStore);
  const [order, setOrder] = useState<Order>();
  const [said, setSaid] = useState('');
  const [fallback, setFallback] = useState<string>();
  const unsorted = rowsOf(scene, runs, theme, language);
  const rows = order === undefined ? unsorted : sorted(unsorted, order);

  const copyTable = async (): Promise<void> => {
    const table = tsv(rows, text.columns);
    const isCopied = await copy(table);
    setSaid(isCopied ? text.copied : text.notCopied);
    setFallback(isCopied ? undefined : table);
  };

  const isStated = surfaceIn(scene).minima.length > 0;
  return (
    <Dialog title={text.title} onClose={onClose}>
      {rows.length === 0 ? <p>{text.none}</p> : <CompareTable rows={rows} order={order} onOrder={setOrder} />}
      <div className="compare-notes">
        <p className="note">
          {isStated ? text.converged(`${settledWithin * 100}%`) : text.flat(String(settledGradient))}
        </p>
        <p className="note">{text.overshoot}</p>
      </div>
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
