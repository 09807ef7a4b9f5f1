import { useEffect, useRef } from 'react';
import { type Playback, playback as race } from '../state/playback.ts';
import { runsStore } from '../state/runs.ts';
import { onceAFrame } from './frame.ts';

/**
 * Calls `draw` after every render, and at most once a frame when the playback or the runs change: for what shows the
 * step without rendering again.
 */
export function useFrame(draw: () => void, playback: Playback = race): void {
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
    draw();
  });
  useEffect(() => {
    const frame = onceAFrame(() => latest.current());
    const ends = [playback.subscribe(frame.request), runsStore.subscribe(frame.request)];
    return () => {
      frame.cancel();
      ends.forEach((end) => end());
    };
  }, [playback]);
}
