import type { ReactNode } from 'react';
import { change, showView } from '../../state/store.ts';
import { IconButton } from '../IconButton.tsx';
import { useText } from '../useText.ts';
import { withSurfaceGraph } from './recipes.ts';

/** From the surface to its formula's graph, where the chosen optimizer stands. */
export function OpenGraph(): ReactNode {
  const { graph } = useText();
  return (
    <IconButton
      className="open-graph"
      icon="graph"
      label={graph.open}
      onClick={() => {
        change(withSurfaceGraph);
        showView('backprop');
      }}
    />
  );
}
