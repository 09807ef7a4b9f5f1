import type { Measures } from '../../../network/train/measures.ts';
import { chosenNow, followChosen } from '../../../state/network/chosen.ts';
import { labPlayer, shownEpoch } from '../../../state/network/player.ts';
import type { Record } from '../../../state/network/messages.ts';
import { type LabRun, labStore, recordAt } from '../../../state/network/store.ts';
import { labPool } from '../lab.ts';

/** What is known about the inside of the chosen network. */
export interface Inside {
  readonly run: LabRun;
  readonly record: Record;
  readonly measures: readonly Measures[];
}

/** Measures the chosen network whenever it has learnt, one question at a time; returns what ends it. */
export function followInside(tell: (inside: Inside) => void): () => void {
  let isAsked = false;
  let isOver = false;
  let last: Record | undefined;
  const ask = async (): Promise<void> => {
    if (isAsked || isOver) return;
    const { runs } = labStore.getState();
    const id = chosenNow(runs.map((run) => run.id));
    const run = runs.find((one) => one.id === id);
    const record = run && recordAt(run, Math.min(shownEpoch(), run.epoch));
    if (run === undefined || record === undefined || record === last) return;
    isAsked = true;
    try {
      const measures = await labPool.ask(run.place, 'inside', { id: run.id, parameters: record.parameters });
      last = record;
      if (!isOver) tell({ run, record, measures });
    } catch {
      // The lab itself tells of what cannot be done.
      return;
    } finally {
      isAsked = false;
    }
    void ask();
  };
  const again = (): void => void ask();
  const ends = [labStore.subscribe(again), labPlayer.subscribe(again), followChosen(again)];
  again();
  return () => {
    isOver = true;
    ends.forEach((end) => end());
  };
}
