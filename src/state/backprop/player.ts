import { resetGates } from '../backprop.ts';
import { createPlayback, type Playback } from '../playback.ts';
import { showOf } from './beats.ts';
import { onShown, shownNow } from './shown.ts';

const length = (): number => showOf(shownNow().circuit).beats.length;

/** The playback of the passes through the circuit that is shown, a beat a second; at its end all numbers are there. */
export const player: Playback = createPlayback(length, { perSecond: 1, glides: true });

let { circuit } = shownNow();
player.seek(length());

/** Another circuit is shown whole, and nothing of the one before is pointed at. */
onShown(() => {
  const shown = shownNow();
  if (shown.circuit === circuit) return;
  circuit = shown.circuit;
  resetGates();
  player.pause();
  player.seek(length());
});
