import type { Playback } from '../../state/playback.ts';
import type { Command } from '../keyboard.ts';
import { stepOn } from '../motion.ts';
import { useCommands } from '../useCommands.ts';

const actions: Partial<Record<Extract<Command, string>, (playback: Playback) => void>> = {
  toggle: (playback) => playback.toggle(),
  stepBack: (playback) => playback.stepBy(-1),
  stepOn,
  tenBack: (playback) => playback.stepBy(-10),
  tenOn: (playback) => playback.stepBy(10),
  first: (playback) => playback.seek(0),
  last: (playback) => playback.seek(playback.length),
  restart: (playback) => playback.restart(),
};

/** Runs, steps and rewinds the show of the view that renders it. */
export function PlaybackKeys({ playback }: { playback: Playback }): null {
  useCommands((command) => {
    const action = typeof command === 'string' ? actions[command] : undefined;
    action?.(playback);
    return action !== undefined;
  });
  return null;
}
