import { useStore } from 'zustand';
import { heldRuns } from '../state/held.ts';
import { shownRuns } from '../state/runs.ts';
import { noneBegins } from '../state/status.ts';
import { useLanguage } from './useText.ts';

/** Why no run of the playground can begin, in a sentence; undefined where one can. */
export function useNoneBegins(): string | undefined {
  const language = useLanguage();
  return useStore(heldRuns, ({ runs, scene }) => noneBegins(shownRuns(scene, runs), scene)?.[language]);
}
