import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { labStore } from '../../../state/network/store.ts';
import { Section } from '../../panel/Section.tsx';
import { useText } from '../../useText.ts';
import { ChooseNetwork } from '../inside/ChooseNetwork.tsx';
import { useChosen } from '../inside/useChosen.ts';
import { searchStore, startSearch } from './store.ts';

const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog.tsx')).SearchDialog }));

/** Random search of the chosen network's settings, coarse and then fine. */
export function SearchSection(): ReactNode {
  const { lab } = useText();
  const chosen = useChosen();
  const spec = useStore(labStore, ({ runs }) => runs.find(({ id }) => id === chosen?.runner.id)?.spec);
  const { status, trials } = useStore(searchStore);
  const [isOpen, setOpen] = useState(false);
  const begin = (): void => {
    if (spec === undefined || chosen === undefined) return;
    void startSearch(chosen.runner.id, spec);
    setOpen(true);
  };
  return (
    <Section title={lab.search.title} isOpen={false}>
      <ChooseNetwork />
      <p className="note">{lab.search.note}</p>
      <div className="layer-buttons">
        <button type="button" className="chip" disabled={spec === undefined} onClick={begin}>
          {lab.search.start}
        </button>
        {status !== 'none' && (
          <button type="button" className="chip" onClick={() => setOpen(true)}>
            {lab.search.show(trials.length)}
          </button>
        )}
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}
