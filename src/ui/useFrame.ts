import { useEffect, useRef } from 'react';
import { playback as race } from '../state/playback.ts';
import { runsStore } from '../state/runs.ts';
import { onceAFrame } from './frame.ts';

/** Something that says when it changed; `subscribe` returns what ends it. */
interface Changing {
  subscribe(listener: () => void): () => void;
}

/**
 * Calls `draw` after every render, and at most once a frame when one of two sources changes, without rendering again:
 * the playback and the runs, where no others are named.
 */
export function useFrame(draw: () => void, playback: Changing = race, results: Changing = runsStore): void {
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
    draw();
  });
  useEffect(() => {
    const frame = onceAFrame(() => latest.current());
    const ends = [playback.subscribe(frame.request), results.subscribe(frame.request)];
    return () => {
      frame.cancel();
      ends.forEach((end) => end());
    };
  }, [playback, results]);
}
