import { createStore } from 'zustand/vanilla';

/** Whether a newer version of the page waits; no part of the scene. */
export interface Update {
  /** Changes to it, which opens the page anew; undefined where there is none, or where it was put off. */
  readonly take?: (() => void) | undefined;
}

export const updateStore = createStore<Update>()(() => ({}));

/** Until the page is next opened. */
export const putOffUpdate = (): void => updateStore.setState({ take: undefined });
