import { createStore, type StoreApi } from 'zustand/vanilla';
import { runsStore } from './runs.ts';
import { isShown, sceneStore } from './store.ts';

/** A store that stands still while another view than the playground is shown, and has the latest again on return. */
function held<T>(store: Pick<StoreApi<T>, 'getState' | 'subscribe'>): StoreApi<T> {
  const copy = createStore<T>()(() => store.getState());
  store.subscribe((state) => {
    if (isShown('playground')) copy.setState(state, true);
  });
  return copy;
}

/** What the playground shows, so that nothing of it is made or drawn while it is unseen. */
export const heldScene = held(sceneStore);
export const heldRuns = held(runsStore);
