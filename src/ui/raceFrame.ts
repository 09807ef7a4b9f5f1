import { isShown, sceneStore } from '../state/store.ts';
import { type FrameDraw, onceAFrame } from './frame.ts';

/** As `onceAFrame`, for what the playground draws: while another view is shown it waits, and is drawn once on return. */
export function raceFrame(draw: () => void): FrameDraw {
  let isOwed = false;
  const frame = onceAFrame(() => {
    isOwed = !isShown('playground');
    if (!isOwed) draw();
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
