import { player } from './backprop/player.ts';
import { labPlayer } from './network/player.ts';
import { type Playback, playback } from './playback.ts';
import type { Scene } from './schema.ts';

/** The playback of the view that a scene names. */
export const playbackOf = ({ view }: Scene): Playback =>
  view === 'backprop' ? player : view === 'network' ? labPlayer : playback;

export const playbacks: readonly Playback[] = [playback, player, labPlayer];
