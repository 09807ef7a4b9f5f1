import { createStore } from 'zustand/vanilla';

/** The optimizer whose network is looked into; no part of the scene. Null: the last of the list. */
export const chosenStore = createStore<{ readonly chosen: string | null }>()(() => ({ chosen: null }));

export const choose = (chosen: string | null): void => chosenStore.setState({ chosen });

/** The id that is chosen among some. */
export const chosenAmong = (ids: readonly string[], chosen: string | null): string | undefined =>
  chosen !== null && ids.includes(chosen) ? chosen : ids.at(-1);
