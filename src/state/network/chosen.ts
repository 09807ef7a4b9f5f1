import { sceneStore } from '../store.ts';

/** The id of the optimizer whose network is looked into: the one that the scene names, where it takes part, or the last. */
export const chosenAmong = (ids: readonly string[], chosen: string | undefined): string | undefined =>
  chosen !== undefined && ids.includes(chosen) ? chosen : ids.at(-1);

export const chosenNow = (ids: readonly string[]): string | undefined =>
  chosenAmong(ids, sceneStore.getState().scene.network?.chosen);

/** Calls whenever another network is chosen, until the returned function is called. */
export const followChosen = (again: () => void): (() => void) =>
  sceneStore.subscribe(({ scene }, { scene: before }) => {
    if (scene.network?.chosen !== before.network?.chosen) again();
  });
