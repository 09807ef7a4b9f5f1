import { useSyncExternalStore } from 'react';
import { playback } from '../../state/playback.ts';
import { sceneStore } from '../../state/store.ts';

/** Where the cursor is: before the first step, where something is still to come, or where nothing is. */
export type Where = 'start' | 'between' | 'end';

const whereNow = (): Where => {
  if (playback.position === 0) return 'start';
  return Math.ceil(playback.position) >= sceneStore.getState().scene.steps ? 'end' : 'between';
};

/** Renders when the cursor leaves the start or reaches the end, not on frames. */
export const useWhere = (): Where =>
  useSyncExternalStore((listener) => {
    const ends = [playback.subscribe(listener), sceneStore.subscribe(listener)];
    return () => ends.forEach((end) => end());
  }, whereNow);
