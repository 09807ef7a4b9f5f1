import { createStore } from 'zustand/vanilla';

/** Which optimizer somebody points at; no part of the scene. */
export interface Highlight {
  /** An optimizer's id; null where nobody points at one. */
  readonly highlight: string | null;
}

export const highlightStore = createStore<Highlight>()(() => ({ highlight: null }));

/** Asked for with every move of a pointer; told on where it is another. */
export function setHighlight(highlight: string | null): void {
  if (highlightStore.getState().highlight !== highlight) highlightStore.setState({ highlight });
}
