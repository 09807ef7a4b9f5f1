import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { presentation } from '../../state/presentation.ts';
import { putOffUpdate, updateStore } from '../../state/update.ts';
import { useText } from '../useText.ts';
import { Note } from './Note.tsx';

/** That a newer version of the page waits. A class that looks at a projected page need not know. */
export function NewVersion(): ReactNode {
  const take = useStore(updateStore, (update) => update.take);
  const isPresenting = useStore(presentation, ({ isOn }) => isOn);
  const { notice } = useText();
  if (take === undefined || isPresenting) return null;
  const action = (
    <button type="button" className="button primary" onClick={take}>
      {notice.reload}
    </button>
  );
  return <Note title={notice.update} action={action} onDismiss={putOffUpdate} />;
}
