import type { ReactNode } from 'react';
import { useText } from '../useText.ts';

/** What the numbers at a node and at an edge are. */
export function Legend(): ReactNode {
  const { legend } = useText().graph;
  return (
    <ul className="legend" aria-label={legend.title}>
      <li className="legend-forward">{legend.forward}</li>
      <li className="legend-backward">{legend.backward}</li>
      <li className="legend-local">{legend.local}</li>
    </ul>
  );
}
