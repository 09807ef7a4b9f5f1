import { createStore } from 'zustand/vanilla';

/** Which optimizer somebody points at; no part of the scene. */
export interface Highlight {
  /** An optimizer's id; null where nobody points at one. */
  readonly highlight: string | null;
}

export const highlightStore = createStore<Highlight>()(() => ({ highlight: null }));

export const setHighlight = (highlight: string | null): void => highlightStore.setState({ highlight });
