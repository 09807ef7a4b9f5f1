import { player } from '../../state/backprop/player.ts';
import { labPlayer } from '../../state/network/player.ts';
import { type Playback, playback } from '../../state/playback.ts';
import { sceneStore } from '../../state/store.ts';
import { isStill } from '../motion.ts';

/** The playback of the view that the scene names. */
function shown(): Playback {
  const { view } = sceneStore.getState().scene;
  return view === 'backprop' ? player : view === 'network' ? labPlayer : playback;
}

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
