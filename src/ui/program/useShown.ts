import { useSyncExternalStore } from 'react';
import { onShown, type Shown, shownNow } from '../../state/backprop/shown.ts';
import { playback } from '../../state/playback.ts';

let still: Shown | undefined;

/** What the backprop view shows; while the race plays, what it showed when it was last at rest. */
const shownAtRest = (): Shown => {
  if (still === undefined || !playback.playing) still = shownNow();
  return still;
};

/** Renders when something else is shown, but not on the frames of the race. */
export const useShown = (): Shown => useSyncExternalStore(onShown, shownAtRest);
