import { useEffect } from 'react';
import type { Playback } from '../state/playback.ts';

/** Longest stretch that one frame may play, in seconds: after a pause of the browser the show goes on where it was. */
const longest = 0.1;

/** Moves a playback with the display's frames while it plays; asks for no frame when it does not. */
export function Clock({ playback }: { playback: Playback }): null {
  useEffect(() => {
    let asked = 0;
    let before: number | undefined;
    const tick = (now: number): void => {
      playback.advance(before === undefined ? 0 : Math.min((now - before) / 1000, longest));
      before = now;
      // Only now, so that the picture's next frame has been asked for before this clock's: asked for after it, it would
      // be drawn when the clock has moved on once more, and so every second time.
      asked = 0;
      follow();
    };
    const follow = (): void => {
      if (!playback.playing) before = undefined;
      else if (asked === 0) asked = requestAnimationFrame(tick);
    };
    follow();
    const end = playback.subscribe(follow);
    return () => {
      end();
      cancelAnimationFrame(asked);
    };
  }, [playback]);
  return null;
}
