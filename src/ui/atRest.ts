import { heldRuns } from '../state/held.ts';
import { playback } from '../state/playback.ts';
import { preferences } from '../state/preferences.ts';

/** Milliseconds without a change after which things are at rest. */
const rest = 250;

/**
 * Calls `tell` now, and whenever runs, playback or language have changed and then come to rest: for texts and tables,
 * which nobody can read while they move. Returns what ends it.
 */
export function atRest(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = playback.playing ? undefined : setTimeout(tell, rest);
  };
  const ends = [playback.subscribe(later), heldRuns.subscribe(later), preferences.subscribe(later)];
  tell();
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}
