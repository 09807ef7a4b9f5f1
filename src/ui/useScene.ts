import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Run } from '../engine/run.ts';
import { appearance } from '../state/appearance.ts';
import { runsStore } from '../state/runs.ts';
import type { Scene } from '../state/scene.ts';
import { sceneStore } from '../state/store.ts';

/** A part of the scene; the component renders again when that part is another one, shallowly. */
export const useScene = <T>(part: (scene: Scene) => T): T =>
  useStore(
    sceneStore,
    useShallow(({ scene }) => part(scene)),
  );

export const useRuns = (): readonly Run[] => useStore(runsStore, ({ runs }) => runs);

export const useTheme = (): 'dark' | 'light' => useStore(appearance, ({ theme }) => theme);
