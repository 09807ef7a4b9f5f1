import { useSyncExternalStore } from 'react';
import { playback } from '../state/playback.ts';

/** Whether the race plays; renders on play and pause, not on frames. */
export const usePlaying = (): boolean => useSyncExternalStore(playback.subscribe, () => playback.playing);

export const useSpeed = (): number => useSyncExternalStore(playback.subscribe, () => playback.speed);
