import { useMemo, useSyncExternalStore } from 'react';
import { futureRow, futureStore } from '../../state/future.ts';
import { valueAfter } from '../../state/interventions.ts';
import { playback } from '../../state/playback.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Runner } from '../../state/scene.ts';
import { sceneStore } from '../../state/store.ts';

const subscribe = (listener: () => void): (() => void) => {
  const ends = [playback, futureStore, sceneStore].map((each) => each.subscribe(listener));
  return () => ends.forEach((end) => end());
};

/**
 * The values that the sliders of an optimizer show: those of the scene, or while they change only the future, those that
 * hold at the cursor. Renders when one of them is another, not on frames.
 */
export function useHyper(runner: Runner): Readonly<Record<string, number>> {
  const names = Object.keys(ruleIn(runner).hyper);
  const written = useSyncExternalStore(subscribe, () => {
    const { scene } = sceneStore.getState();
    const row = futureRow();
    return JSON.stringify(names.map((name) => [name, valueAfter(scene, runner, name, row)]));
  });
  return useMemo(() => Object.fromEntries(JSON.parse(written) as [string, number][]), [written]);
}
