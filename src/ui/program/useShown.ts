import { useSyncExternalStore } from 'react';
import { onShown, type Shown, shownNow } from '../../state/backprop/shown.ts';
import { playback } from '../../state/playback.ts';

let still: Shown | undefined;

/** What the backprop view shows; while the race plays on the surface, what it showed when it was last at rest. */
const shownAtRest = (): Shown => {
  const now = shownNow();
  const isMoving = playback.playing && now.place !== undefined && now.circuit === still?.circuit;
  if (still === undefined || !isMoving) still = now;
  return still;
};

/** Renders when something else is shown, but not on the frames of the race. */
export const useShown = (): Shown => useSyncExternalStore(onShown, shownAtRest);
