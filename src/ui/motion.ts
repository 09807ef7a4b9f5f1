import { type Playback, playback } from '../state/playback.ts';

/** Whether the reader asked the system for less motion. */
export const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** One step forward, shown as it is taken; at once where the reader wants less motion. */
export const stepOn = (show: Playback): void => (isStill() ? show.stepBy(1) : show.stepOn());

/** Shows the race from its start to its end; at once where the reader wants less motion. */
export function showRace(): void {
  if (isStill()) {
    playback.pause();
    playback.seek(playback.length);
    return;
  }
  playback.seek(0);
  playback.play();
}
