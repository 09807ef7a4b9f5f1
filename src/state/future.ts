import { createStore } from 'zustand/vanilla';
import { playback } from './playback.ts';

/** Why a change of the future was not taken: nothing comes after the last step, or there are as many as can be. */
export type Refusal = 'end' | 'full';

/** Whether sliders of optimizers change only what is still to come; no part of the scene. */
export interface Future {
  readonly isOn: boolean;
  /** Why the latest change was refused, where it was. */
  readonly refused?: Refusal;
}

export const futureStore = createStore<Future>()(() => ({ isOn: false }));

export const setFuture = (isOn: boolean): void => futureStore.setState({ isOn }, true);

export const toggleFuture = (): void => setFuture(!futureStore.getState().isOn);

/** Says why a change was not taken; undefined where it was. */
export function refuse(refused: Refusal | undefined): void {
  const { isOn, refused: before } = futureStore.getState();
  if (refused !== before) futureStore.setState({ isOn, ...(refused === undefined ? {} : { refused }) }, true);
}

/** The row after which a slider of an optimizer changes the run, the first that is not passed yet; 0 for the whole run. */
export const futureRow = (): number => (futureStore.getState().isOn ? Math.ceil(playback.position) : 0);
