import { fansStore } from '../state/fans/fans.ts';
import { waitsForFans } from '../state/fans/patience.ts';
import { isShown, sceneStore } from '../state/store.ts';
import type { FrameDraw } from './frame.ts';
import { takingTurns } from './turns.ts';

const withFans = (): boolean => {
  const { fans, waiting } = fansStore.getState();
  return fans.length + waiting > 0;
};

/** A hand may be moving something: none of them rests, and without fans all are drawn in the next frame. */
const inTurn = takingTurns(false, withFans);

/**
 * Once a frame, with fans in turns, for what the playground draws: while another view is shown it waits, and is drawn once
 * on return; where drawing is slow, it waits for fans too.
 */
export function playgroundFrame(draw: () => void): FrameDraw {
  let isOwed = false;
  let waited = 0;
  const frame: FrameDraw = inTurn(() => {
    isOwed = !isShown('playground');
    if (isOwed) return;
    if (waitsForFans(waited)) {
      waited += 1;
      frame.request();
      return;
    }
    waited = 0;
    draw();
  });
  const end = sceneStore.subscribe(() => {
    if (isOwed && isShown('playground')) frame.request();
  });
  return {
    request: frame.request,
    cancel() {
      end();
      frame.cancel();
    },
  };
}
