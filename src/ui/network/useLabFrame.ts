import { useEffect, useRef } from 'react';
import { labPlayer } from '../../state/network/player.ts';
import { labStore } from '../../state/network/store.ts';
import { onceAFrame } from '../frame.ts';

/** Calls `draw` after every render, and at most once a frame when networks learn or the epoch changes: without rendering. */
export function useLabFrame(draw: () => void): void {
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
    draw();
  });
  useEffect(() => {
    const frame = onceAFrame(() => latest.current());
    const ends = [labPlayer.subscribe(frame.request), labStore.subscribe(frame.request)];
    return () => {
      frame.cancel();
      ends.forEach((end) => end());
    };
  }, []);
}
