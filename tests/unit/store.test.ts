import { beforeEach, describe, expect, it } from 'vitest';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import {
  canRedo,
  canUndo,
  change,
  dismissProblems,
  history,
  mergeScene,
  redo,
  replaceScene,
  sceneStore,
  settle,
  undo,
} from '../../src/state/store.ts';

const scene = (): Scene => sceneStore.getState().scene;
const steps = (count: number) => (before: Scene) => ({ ...before, steps: count });

beforeEach(() => {
  settle();
  sceneStore.setState({ scene: initialScene(), problems: [] });
  history.getState().clear();
});

describe('undo', () => {
  it('leads back and forth through every change', () => {
    change(steps(10));
    change(steps(20));
    undo();
    expect(scene().steps).toBe(10);
    undo();
    expect([scene(), canUndo(), canRedo()]).toEqual([initialScene(), false, true]);
    redo();
    redo();
    expect([scene().steps, canUndo(), canRedo()]).toEqual([20, true, false]);
  });

  it('takes the moves of one drag as one step', () => {
    for (const count of [10, 11, 12, 13]) change(steps(count), 'steps');
    settle();
    for (const count of [20, 21]) change(steps(count), 'steps');
    undo();
    expect(scene().steps).toBe(13);
    undo();
    expect([scene().steps, canUndo()]).toEqual([initialScene().steps, false]);
    redo();
    expect(scene().steps).toBe(13);
  });

  it('ends a group where something else changes, or is undone', () => {
    change(steps(10), 'steps');
    change((before) => ({ ...before, seed: 2 }), 'seed');
    change(steps(11), 'steps');
    expect(history.getState().pastStates).toHaveLength(3);
    undo();
    change(steps(12), 'steps');
    undo();
    expect(scene()).toMatchObject({ steps: 10, seed: 2 });
  });

  it('starts a new future after a change', () => {
    change(steps(10));
    undo();
    change(steps(11));
    expect(canRedo()).toBe(false);
  });

  it('does not count what changes nothing, and problems', () => {
    change((before) => before);
    replaceScene('nothing');
    dismissProblems();
    expect(canUndo()).toBe(false);
  });

  it('survives a recipe that throws', () => {
    change(steps(10), 'steps');
    expect(() =>
      change(() => {
        throw new Error('no');
      }, 'steps'),
    ).toThrow('no');
    change(steps(11));
    expect(history.getState().pastStates).toHaveLength(2);
  });
});

describe('scenes from outside', () => {
  it('replace this one, with the problems told, and can be undone', () => {
    change(steps(10));
    const problems = replaceScene({ steps: 30, noise: -1 });
    expect(scene()).toEqual({ ...initialScene(), steps: 30 });
    expect(problems.map(({ path }) => path)).toEqual(['noise']);
    expect(sceneStore.getState().problems).toBe(problems);
    undo();
    expect(scene().steps).toBe(10);
  });

  it('that are none leave everything as it was', () => {
    change(steps(10));
    const before = scene();
    for (const input of [null, [], 'x', 3]) expect(replaceScene(input)).toHaveLength(1);
    expect(scene()).toBe(before);
  });

  it('in part are laid over this one', () => {
    change(steps(10));
    expect(mergeScene({ noise: 0.5, steps: 'many' }).map(({ path }) => path)).toEqual(['steps']);
    expect(scene()).toEqual({ ...initialScene(), steps: 10, noise: 0.5 });
  });
});
