import { temporal, type TemporalState } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialScene } from './initial.ts';
import type { Problem } from './problem.ts';
import { readScene } from './read/scene.ts';
import type { Scene } from './schema.ts';
import type { ViewId } from './views.ts';

/** The one truth: the scene, and what was wrong with the latest input from outside. */
export interface SceneState {
  readonly scene: Scene;
  readonly problems: readonly Problem[];
}

type Past = Pick<SceneState, 'scene'>;

const historyLimit = 200;

export const sceneStore = createStore<SceneState>()(
  temporal<SceneState, [], [], Past>(() => ({ scene: initialScene(), problems: [] }), {
    partialize: ({ scene }) => ({ scene }),
    equality: (past, current) => past.scene === current.scene,
    limit: historyLimit,
  }),
);

/** The store that zundo keeps the past in. */
export const history: StoreApi<TemporalState<Past>> = sceneStore.temporal;

let openGroup: string | undefined;

/**
 * Changes the scene by a pure recipe. Successive changes with the same group, the moves of one drag, are one step of
 * undo until `settle` is called or something else changes.
 */
export function change(recipe: (scene: Scene) => Scene, group?: string): void {
  const scene = recipe(sceneStore.getState().scene);
  if (scene === sceneStore.getState().scene) return;
  const continues = group !== undefined && group === openGroup;
  if (continues) history.getState().pause();
  try {
    sceneStore.setState({ scene });
  } finally {
    if (continues) history.getState().resume();
  }
  openGroup = group;
}

/** Ends a group: the next change is a step of undo of its own. */
export const settle = (): void => {
  openGroup = undefined;
};

/** Whether a view is the one that is shown. */
export const isShown = (view: ViewId): boolean => sceneStore.getState().scene.view === view;

/** Changes the scene without a step of undo: for what is noted, not chosen. */
export function note(recipe: (scene: Scene) => Scene): void {
  history.getState().pause();
  try {
    const { scene } = sceneStore.getState();
    const next = recipe(scene);
    if (next !== scene) sceneStore.setState({ scene: next });
  } finally {
    history.getState().resume();
  }
}

/** Shows another view. No step of undo: that is what the browser's back button is for. */
export function showView(view: ViewId): void {
  settle();
  note((scene) => (scene.view === view ? scene : { ...scene, view }));
}

/** A scene from outside, a file or a link, in place of this one; undo leads back. What is no scene at all changes nothing. */
export function replaceScene(input: unknown): readonly Problem[] {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return take(readScene(input, isObject ? undefined : sceneStore.getState().scene));
}

/** Part of a scene from outside, laid over this one: what it leaves out, or has wrong, stays as it is. */
export const mergeScene = (partial: unknown): readonly Problem[] =>
  take(readScene(partial, sceneStore.getState().scene));

const take = ({ scene, problems }: ReturnType<typeof readScene>): readonly Problem[] => {
  settle();
  sceneStore.setState({ scene, problems });
  return problems;
};

/** Shows problems that were found before there was a scene to read, in a link that cannot be unpacked for example. */
export const report = (problems: readonly Problem[]): void => sceneStore.setState({ problems });

export const dismissProblems = (): void => report([]);

export const undo = (): void => {
  settle();
  history.getState().undo();
};

export const redo = (): void => {
  settle();
  history.getState().redo();
};

export const canUndo = (): boolean => history.getState().pastStates.length > 0;
export const canRedo = (): boolean => history.getState().futureStates.length > 0;
