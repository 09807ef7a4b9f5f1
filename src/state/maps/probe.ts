import { createStore } from 'zustand/vanilla';
import { sceneStore } from '../store.ts';

/** Where the probe is: places on the two axes, 0 … 1 from the lower left; null where nothing is pointed at. */
export interface Probe {
  readonly across: number;
  readonly up: number;
}

export interface ProbeState {
  readonly probe: Probe | null;
  /** What has just been taken over into the playground, or shown of the axes, in words; empty at first. */
  readonly said: string;
}

/** The probe is the same one in all maps that are shown. No part of the scene. */
export const probeStore = createStore<ProbeState>()(() => ({ probe: null, said: '' }));

/** Where it goes to another place, what was said of the one before is over. */
export function setProbe(probe: Probe | null): void {
  const { probe: before } = probeStore.getState();
  const isSame = probe?.across === before?.across && probe?.up === before?.up;
  if (!isSame) probeStore.setState({ probe, said: '' });
}

/** Says what has just been done, until the probe goes elsewhere or the scene is another. */
export const sayOfMaps = (said: string): void => probeStore.setState({ said });

sceneStore.subscribe(({ scene }, before) => {
  if (scene !== before.scene && probeStore.getState().said !== '') sayOfMaps('');
});
