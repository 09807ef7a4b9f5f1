import type { Playback } from '../../state/playback.ts';
import { playbackOf } from '../../state/shownPlayback.ts';
import { sceneStore } from '../../state/store.ts';
import { isStill } from '../motion.ts';

const shown = (): Playback => playbackOf(sceneStore.getState().scene);

/** Stands at the start, so that nothing gives the answer away. */
export function hold(): void {
  shown().pause();
  shown().seek(0);
}

/** Plays from the start; at once at the end where the reader wants less motion. */
export function unfold(): void {
  const show = shown();
  show.pause();
  show.seek(isStill() ? show.length : 0);
  if (!isStill()) show.play();
}
