import { createPlayback, type Playback } from '../playback.ts';
import { sceneStore } from '../store.ts';
import { networkIn } from './settings.ts';
import { type LabRun, labStore, recordAt } from './store.ts';

const length = (): number => networkIn(sceneStore.getState().scene).epochs;

/** The last epoch that every network that still learns has reached; −1 before the start. */
const frontier = (): number => {
  const learning = labStore.getState().runs.filter(({ divergedAt }) => divergedAt === undefined);
  return learning.length === 0 ? length() : Math.min(...learning.map(({ epoch }) => epoch));
};

/** The playback of the lab, 15 epochs a second: it goes over what is trained, and waits for what is not. */
export const labPlayer: Playback = createPlayback(length, {
  perSecond: 15,
  glides: false,
  isReady: () => frontier() >= Math.min(labPlayer.step + 1, length()),
});

/** The epoch that is shown of all networks. */
export const shownEpoch = (): number => Math.max(0, Math.min(labPlayer.step, frontier()));

/** The epoch that the picture of a network is of where it rests on one that was not kept: the last before it that was. */
export function otherEpochOf(run: LabRun): number | undefined {
  const epoch = Math.min(shownEpoch(), run.epoch);
  const isOther = !labPlayer.playing && run.shown !== epoch && run.shown === recordAt(run, epoch)?.epoch;
  return isOther ? run.shown : undefined;
}
