import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { StoreApi } from 'zustand/vanilla';
import type { Run } from '../engine/run.ts';
import { appearance, type Appearance } from '../state/appearance.ts';
import { runsStore, type RunsState } from '../state/runs.ts';
import type { Scene } from '../state/scene.ts';
import { type SceneState, sceneStore } from '../state/store.ts';

/** A store that is only read. */
type Read<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

/** Where components read the scene and its runs: a view that is kept while it is unseen has others than the latest. */
export const Source = createContext<{ readonly scene: Read<SceneState>; readonly runs: Read<RunsState> }>({
  scene: sceneStore,
  runs: runsStore,
});

/** A part of the scene; the component renders again when that part is another one, shallowly. */
export const useScene = <T>(part: (scene: Scene) => T): T =>
  useStore(
    useContext(Source).scene,
    useShallow(({ scene }) => part(scene)),
  );

/** The runs, and the scene that they belong to. */
export const useRunsState = (): RunsState => useStore(useContext(Source).runs);

export const useRuns = (): readonly Run[] => useStore(useContext(Source).runs, ({ runs }) => runs);

/** How the page looks: another object, too, where pictures are to be drawn anew since the browser has lost them. */
export const useAppearance = (): Appearance => useStore(appearance);

export const useTheme = (): 'dark' | 'light' => useStore(appearance, ({ theme }) => theme);
