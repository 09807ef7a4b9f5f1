import { type ReactNode, useMemo } from 'react';
import { useText } from '../useText.ts';
import { qrLimit, qrOf } from './qr.ts';

/** A link for a class to photograph, or why there is none. */
export function QrPicture({ link }: { link: string }): ReactNode {
  const { classroom } = useText();
  const qr = useMemo(() => qrOf(link), [link]);
  if (qr === undefined) return <p className="note">{classroom.qrTooLong(link.length, qrLimit)}</p>;
  return (
    <svg className="qr" role="img" aria-label={classroom.qrOf} viewBox={`0 0 ${qr.size} ${qr.size}`}>
      <rect width={qr.size} height={qr.size} />
      <path d={qr.path} shapeRendering="crispEdges" />
    </svg>
  );
}
