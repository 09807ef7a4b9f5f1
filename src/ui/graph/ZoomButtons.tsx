import type { ReactNode } from 'react';
import { useText } from '../useText.ts';

interface Props {
  onZoom(isIn: boolean): void;
  onFit(): void;
}

/** Larger, smaller, all of it. */
export function ZoomButtons({ onZoom, onFit }: Props): ReactNode {
  const { graph } = useText();
  return (
    <div className="zoom" role="group" aria-label={graph.zoom}>
      <button
        type="button"
        className="chip"
        aria-label={graph.zoomIn}
        title={`${graph.zoomIn} (+)`}
        onClick={() => onZoom(true)}
      >
        +
      </button>
      <button
        type="button"
        className="chip"
        aria-label={graph.zoomOut}
        title={`${graph.zoomOut} (−)`}
        onClick={() => onZoom(false)}
      >
        −
      </button>
      <button type="button" className="chip" title={`${graph.fit} (0)`} onClick={onFit}>
        {graph.fit}
      </button>
    </div>
  );
}
