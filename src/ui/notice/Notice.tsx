import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { runsStore } from '../../state/runs.ts';
import { dismissProblems, sceneStore } from '../../state/store.ts';
import { useText } from '../useText.ts';
import { NewVersion } from './NewVersion.tsx';
import { Note } from './Note.tsx';
import { Sentences } from './Sentences.tsx';

/** What could not be taken from a link, a file, or a scene that cannot be run; until it is dismissed. And news of the page. */
export function Notice(): ReactNode {
  const problems = useStore(sceneStore, (state) => state.problems);
  const failure = useStore(runsStore, (state) => state.problem);
  const { notice } = useText();
  const all = failure === undefined ? problems : [...problems, failure];
  return (
    <div className="notice-place" role="status">
      {all.length > 0 && (
        <Note title={notice.title} onDismiss={problems.length > 0 ? dismissProblems : undefined}>
          <Sentences problems={all} />
        </Note>
      )}
      <NewVersion />
    </div>
  );
}
