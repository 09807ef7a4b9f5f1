import type { ReactNode } from 'react';
import { useText } from '../useText.ts';
import { embedCode } from './embedCode.ts';
import { QrPicture } from './QrPicture.tsx';

/** The link for a class to photograph, and the code that puts the page into another one. */
export function ShowLink({ link, onCopy }: { link: string; onCopy(text: string): void }): ReactNode {
  const { classroom, share } = useText();
  const code = embedCode(link);
  return (
    <section className="share-part">
      <details>
        <summary>{classroom.qr}</summary>
        <QrPicture link={link} />
      </details>
      <details>
        <summary>{classroom.embed}</summary>
        <textarea readOnly rows={3} aria-label={classroom.embed} value={code} />
        <div className="share-row">
          <button type="button" className="button" onClick={() => onCopy(code)}>
            {share.copy}
          </button>
        </div>
        <p className="note">{classroom.embedNote}</p>
      </details>
    </section>
  );
}
