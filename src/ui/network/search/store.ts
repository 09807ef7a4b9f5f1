import { createStore } from 'zustand/vanilla';
import { searchStages } from '../../../network/search.ts';
import type { TrainSpec } from '../../../network/train/spec.ts';
import { type LabTrial, type Searching, searchInThreads, trialsIn } from '../../../state/network/search.ts';
import { Dropped } from '../../../state/network/pool.ts';
import { labPool } from '../lab.ts';

/** The search that was made last, or is under way; no part of the scene, since the same seed finds the same again. */
export interface SearchState {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  /** The optimizer whose training is searched, and the training. */
  readonly id: string;
  readonly spec: TrainSpec | undefined;
  readonly trials: readonly LabTrial[];
  readonly planned: number;
  readonly failure: string;
}

const nothing: SearchState = { status: 'none', id: '', spec: undefined, trials: [], planned: 0, failure: '' };

export const searchStore = createStore<SearchState>()(() => nothing);

let under: Searching | undefined;

/** Stops the search that is under way; what it has found stays. */
export function cancelSearch(): void {
  if (under === undefined) return;
  under.cancel();
  under = undefined;
  searchStore.setState({ status: 'cancelled' });
}

/** Searches the settings of an optimizer's training, coarse and then fine. */
export async function startSearch(id: string, spec: TrainSpec): Promise<void> {
  cancelSearch();
  searchStore.setState({ ...nothing, status: 'running', id, spec, planned: trialsIn(searchStages) });
  const mine = searchInThreads(labPool, spec, (trial) => {
    if (under === mine) searchStore.setState(({ trials }) => ({ trials: [...trials, trial] }));
  });
  under = mine;
  try {
    await mine.found;
    if (under === mine) searchStore.setState({ status: 'done' });
  } catch (error) {
    if (under !== mine) return;
    const failure = error instanceof Error && !(error instanceof Dropped) ? error.message : '';
    searchStore.setState({ status: failure === '' ? 'cancelled' : 'failed', failure });
  } finally {
    if (under === mine) under = undefined;
  }
}
