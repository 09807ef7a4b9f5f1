import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { isUnder, resumeMaps, stopMaps, sweepsStore } from '../../state/maps/sweeps.ts';
import { useText } from '../useText.ts';

/** Stops maps that are under way, and has those made that were stopped; one button, so that it keeps the focus. */
export function StopMaps(): ReactNode {
  const { maps: text } = useText();
  const state = useStore(sweepsStore, (all) => {
    const maps = Object.values(all);
    return maps.some(isUnder) ? 'under' : maps.some(({ isStopped }) => isStopped === true) ? 'stopped' : 'made';
  });
  return (
    <button
      type="button"
      className="chip"
      disabled={state === 'made'}
      onClick={state === 'stopped' ? resumeMaps : stopMaps}
    >
      {state === 'stopped' ? text.goOn : text.stop}
    </button>
  );
}
