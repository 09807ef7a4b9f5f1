import { type ReactNode, useState } from 'react';
import { courseLimit } from '../../state/lessons/course.ts';
import { useText } from '../useText.ts';
import { recordScene } from './record.ts';

/** The scene as a lesson of one's own, without leaving the view. */
export function RecordPart(): ReactNode {
  const { own } = useText();
  const [said, setSaid] = useState('');
  const record = (): void => {
    const title = recordScene();
    setSaid(title === undefined ? own.full(courseLimit) : own.recorded(title));
  };
  return (
    <section className="share-part">
      <h3>{own.title}</h3>
      <div className="share-row">
        <button type="button" className="button" onClick={record}>
          {own.record}
        </button>
      </div>
      <p className="note" role="status">
        {said === '' ? own.recordNote : said}
      </p>
    </section>
  );
}
