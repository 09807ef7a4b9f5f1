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
      asked = 0;
      playback.advance(before === undefined ? 0 : Math.min((now - before) / 1000, longest));
      before = now;
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
