import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { labStore } from '../../../state/network/store.ts';
import { Section } from '../../panel/Section.tsx';
import { useText } from '../../useText.ts';
import { ChooseNetwork } from '../inside/ChooseNetwork.tsx';

const SliceDialog = lazy(async () => ({ default: (await import('./SliceDialog.tsx')).SliceDialog }));

/** The loss of the chosen network is a surface too. */
export function SliceSection(): ReactNode {
  const { lab } = useText();
  const hasRuns = useStore(labStore, ({ runs }) => runs.length > 0);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={lab.slice.title} isOpen={false}>
      <ChooseNetwork />
      <p className="note">{lab.slice.note}</p>
      <div className="layer-buttons">
        <button type="button" className="chip" disabled={!hasRuns} onClick={() => setOpen(true)}>
          {lab.slice.open}
        </button>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <SliceDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}
