import { type ReactNode, useMemo } from 'react';
import { useText } from '../useText.ts';
import { embedCode } from './embedCode.ts';
import { qrLimit, qrOf } from './qr.ts';

/** The link for a class to photograph, and the code that puts the page into another one. */
export function ShowLink({ link, onCopy }: { link: string; onCopy(text: string): void }): ReactNode {
  const { classroom, share } = useText();
  const qr = useMemo(() => qrOf(link), [link]);
  const code = embedCode(link);
  return (
    <section className="share-part">
      <details>
        <summary>{classroom.qr}</summary>
        {qr === undefined ? (
          <p className="note">{classroom.qrTooLong(link.length, qrLimit)}</p>
        ) : (
          <svg className="qr" role="img" aria-label={classroom.qrOf} viewBox={`0 0 ${qr.size} ${qr.size}`}>
            <rect width={qr.size} height={qr.size} />
            <path d={qr.path} shapeRendering="crispEdges" />
          </svg>
        )}
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
