import type { ReactNode } from 'react';
import { courseLimit } from '../../state/lessons/course.ts';
import { ownStore } from '../../state/lessons/own.ts';
import { useText } from '../useText.ts';
import { recordScene } from './record.ts';

/** The scene as a lesson of one's own, without leaving the view; `say` tells what became of it. */
export function RecordPart({ say }: { say(what: string): void }): ReactNode {
  const { own } = useText();
  const record = (): void => {
    const title = recordScene();
    if (title === undefined) say(own.full(courseLimit));
    else say(ownStore.getState().isLost ? own.lost : own.recorded(title));
  };
  return (
    <section className="share-part">
      <h3>{own.title}</h3>
      <div className="share-row">
        <button type="button" className="button" onClick={record}>
          {own.record}
        </button>
      </div>
      <p className="note">{own.recordNote}</p>
    </section>
  );
}
