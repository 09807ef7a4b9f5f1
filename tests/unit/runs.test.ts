import { beforeEach, describe, expect, it } from 'vitest';
import { runsStore, shownRuns } from '../../src/state/runs.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import { stats } from '../../src/state/stats.ts';
import { change, sceneStore } from '../../src/state/store.ts';

const ids = (): string[] => runsStore.getState().runs.map(({ id }) => id);
const setRunner = (id: string, values: object) => (scene: Scene) => ({
  ...scene,
  optimizers: scene.optimizers.map((runner) => (runner.id === id ? { ...runner, ...values } : runner)),
});

beforeEach(() => sceneStore.setState({ scene: initialScene(), problems: [] }));

describe('the runs of the scene', () => {
  it('are there from the start, one per optimizer', () => {
    expect(ids()).toEqual(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']);
    expect(runsStore.getState().scene).toBe(sceneStore.getState().scene);
    for (const run of runsStore.getState().runs) expect(run.columns['x']?.[0]).toBe(initialScene().start[0]);
  });

  it('are simulated at once when the scene changes, and only where something changed', () => {
    const before = runsStore.getState().runs;
    const count = stats.simulations;
    change(setRunner('adam', { lr: 0.3 }));
    const after = runsStore.getState().runs;
    expect(stats.simulations - count).toBe(1);
    expect(after.map((run, i) => run === before[i])).toEqual([true, true, true, true, true, false]);
    expect(after[5]?.columns['lr']?.[0]).toBe(0.3);
  });

  it('stay the same list where nothing that matters changed', () => {
    const before = runsStore.getState().runs;
    change((scene) => ({ ...scene, solo: 'adam' }));
    expect(runsStore.getState().runs).toBe(before);
    expect(shownRuns(sceneStore.getState().scene, before).map(({ id }) => id)).toEqual(['adam']);
    expect(shownRuns({ ...initialScene(), solo: 'nobody' }, before)).toBe(before);
  });

  it('of an optimizer that is off are left out, and come back', () => {
    change(setRunner('sgd', { off: true }));
    expect(ids()).not.toContain('sgd');
    change(setRunner('sgd', { off: false }));
    expect(ids()).toContain('sgd');
  });

  it('stay the last good ones where the scene cannot be run, with the reason', () => {
    const before = runsStore.getState().runs;
    change((scene) => ({ ...scene, surface: { formula: 'x^2 + *', params: {}, domain: [-1, 1, -1, 1] } }));
    expect(runsStore.getState().runs).toBe(before);
    expect(runsStore.getState().scene.surface).toEqual(initialScene().surface);
    expect(runsStore.getState().problem?.sentence('en')).toContain('line 1, column 7');
    expect(runsStore.getState().problem?.sentence('zh')).toContain('第 1 行第 7 列');
    change(() => initialScene());
    expect(runsStore.getState().problem).toBeUndefined();
  });

  it('of a typed surface and a typed rule agree with the built-in ones that they spell out', () => {
    const surface = { formula: '(1 - x)^2 + 100*(y - x^2)^2', domain: [-2, 2, -1, 3] };
    const optimizers = [
      { id: 'momentum', lr: 5e-4 },
      { id: 'mine', rule: 'v = mu*v - lr*g; x = x + v', lr: 5e-4 },
    ];
    const { scene, problems } = readScene({ surface, start: [-1.5, 2], optimizers });
    expect(problems).toEqual([]);
    change(() => scene);
    const [builtIn, typed] = runsStore.getState().runs;
    expect(typed?.columns['x']).toEqual(builtIn?.columns['x']);
    expect(typed?.columns['mu']?.[0]).toBe(0.9);
  });
});
