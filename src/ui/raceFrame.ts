import { fansStore } from '../state/fans/fans.ts';
import { waitsForFans } from '../state/fans/patience.ts';
import { isShown, sceneStore } from '../state/store.ts';
import { type FrameDraw, onceAFrame } from './frame.ts';
import { takingTurns } from './turns.ts';

/** A hand may be moving something: none of them rests. */
const inTurn = takingTurns(false);

const withFans = (): boolean => {
  const { fans, waiting } = fansStore.getState();
  return fans.length + waiting > 0;
};

/**
 * For what the playground draws: all of it in the next frame, or, with fans, in turns. While another view is shown it
 * waits, and is drawn once on return; where drawing is slow, it waits for fans too.
 */
export function raceFrame(draw: () => void): FrameDraw {
  let isOwed = false;
  let waited = 0;
  const meet = (): void => {
    isOwed = !isShown('playground');
    if (isOwed) return;
    if (waitsForFans(waited)) {
      waited += 1;
      request();
      return;
    }
    waited = 0;
    draw();
  };
  const once = onceAFrame(meet);
  const turn = inTurn(meet);
  const request = (): void => (withFans() ? turn : once).request();
  const end = sceneStore.subscribe(() => {
    if (isOwed && isShown('playground')) request();
  });
  return {
    request,
    cancel() {
      end();
      once.cancel();
      turn.cancel();
    },
  };
}
