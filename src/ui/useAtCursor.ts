import { useEffect, useState } from 'react';
import { playback } from '../state/playback.ts';
import { atRest } from './atRest.ts';
import { onceAFrame } from './frame.ts';

/**
 * What `read` finds at the cursor: once a frame while somebody steps or scrubs, and when the show is at rest; not while it
 * plays, when nobody could read it. `read` has to be the same function from render to render.
 */
export function useAtCursor<T>(read: () => T): T {
  const [found, setFound] = useState(read);
  useEffect(() => {
    const look = (): void => setFound(() => read());
    const frame = onceAFrame(look);
    const ends = [
      atRest(look),
      playback.subscribe(() => {
        if (!playback.playing) frame.request();
      }),
    ];
    return () => {
      frame.cancel();
      for (const end of ends) end();
    };
  }, [read]);
  return found;
}
