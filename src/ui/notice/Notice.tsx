import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { runsStore } from '../../state/runs.ts';
import { dismissProblems, sceneStore } from '../../state/store.ts';
import { IconButton } from '../IconButton.tsx';
import { useText } from '../useText.ts';
import { Sentences } from './Sentences.tsx';

/** What could not be taken from a link, a file, or a scene that cannot be run; until it is dismissed. */
export function Notice(): ReactNode {
  const problems = useStore(sceneStore, (state) => state.problems);
  const failure = useStore(runsStore, (state) => state.problem);
  const { notice } = useText();
  const all = failure === undefined ? problems : [...problems, failure];
  return (
    <div className="notice-place" role="status">
      {all.length > 0 && (
        <section className="notice" aria-label={notice.title}>
          <header>
            <h2>{notice.title}</h2>
            {problems.length > 0 && <IconButton icon="close" label={notice.dismiss} onClick={dismissProblems} />}
          </header>
          <Sentences problems={all} />
        </section>
      )}
    </div>
  );
}
