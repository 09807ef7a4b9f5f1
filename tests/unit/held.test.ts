import { afterEach, describe, expect, it, vi } from 'vitest';
import { heldRuns, heldScene } from '../../src/state/held.ts';
import { runsStore } from '../../src/state/runs.ts';
import { initialScene } from '../../src/state/scene.ts';
import { change, sceneStore } from '../../src/state/store.ts';

describe('what the playground shows', () => {
  afterEach(() => sceneStore.setState({ scene: initialScene(), problems: [] }));

  it('follows the scene and its runs while it is shown', () => {
    change((scene) => ({ ...scene, start: [1, 1] }));
    expect(heldScene.getState()).toBe(sceneStore.getState());
    expect(heldRuns.getState()).toBe(runsStore.getState());
  });

  it('stands still while it is not, and has the latest on return, told once', () => {
    const before = [heldScene.getState(), heldRuns.getState()];
    const told = vi.fn<() => void>();
    const end = heldScene.subscribe(told);
    change((scene) => ({ ...scene, view: 'maps' }));
    change((scene) => ({ ...scene, start: [1, 1] }));
    expect([heldScene.getState(), heldRuns.getState()]).toEqual(before);
    expect(told).not.toHaveBeenCalled();
    change((scene) => ({ ...scene, view: 'playground' }));
    expect(told).toHaveBeenCalledOnce();
    expect(heldScene.getState()).toBe(sceneStore.getState());
    expect(heldRuns.getState()).toBe(runsStore.getState());
    expect(heldRuns.getState().runs[0]?.columns['x']?.[0]).toBe(1);
    end();
  });
});
