import { useSyncExternalStore } from 'react';
import type { Playback } from '../state/playback.ts';

/** Whether a show plays; renders on play and pause, not on frames. */
export const usePlaying = (playback: Playback): boolean =>
  useSyncExternalStore(playback.subscribe, () => playback.playing);

export const useSpeed = (playback: Playback): number => useSyncExternalStore(playback.subscribe, () => playback.speed);
