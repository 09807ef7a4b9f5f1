import { useSyncExternalStore } from 'react';
import { labPlayer, shownEpoch } from '../../state/network/player.ts';
import { labStore } from '../../state/network/store.ts';

const subscribe = (listener: () => void): (() => void) => {
  const ends = [labStore.subscribe(listener), labPlayer.subscribe(listener)];
  return () => ends.forEach((end) => end());
};

/** Whether the networks are shown at the end of their training. */
export const useTrained = (): boolean =>
  useSyncExternalStore(subscribe, () => labStore.getState().runs.length > 0 && shownEpoch() >= labPlayer.length);
