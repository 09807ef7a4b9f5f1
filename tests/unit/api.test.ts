import { beforeEach, describe, expect, it } from 'vitest';
import { api, offerApi } from '../../src/app/api.ts';
import { preferences } from '../../src/state/preferences.ts';
import { initialScene } from '../../src/state/scene.ts';
import { sceneStore, undo } from '../../src/state/store.ts';

beforeEach(() => {
  preferences.setState({ language: 'en' });
  sceneStore.setState({ scene: initialScene(), problems: [] });
});

describe('window.downhill', () => {
  it('is put on the window', () => {
    const target = {} as Window;
    offerApi(target);
    expect(target.downhill).toBe(api);
  });

  it('gives copies: changing them changes nothing', () => {
    api.getScene().start[0] = 9;
    api.getRuns()[0]?.columns['x']?.fill(9);
    api.stats().simulations = -1;
    expect(api.getScene()).toEqual(initialScene());
    expect(api.getRuns()[0]?.columns['x']?.[0]).toBe(initialScene().start[0]);
    expect(api.stats().simulations).toBeGreaterThan(0);
  });

  it('lays part of a scene over it, and the runs follow at once', () => {
    expect(api.setScene({ steps: 20, surface: { params: { b: 10 } }, optimizers: [{ id: 'adam', lr: 0.1 }] })).toEqual(
      [],
    );
    expect(api.getScene()).toMatchObject({ steps: 20, surface: { id: 'rosenbrock', params: { a: 1, b: 10 } } });
    const runs = api.getRuns();
    expect(runs.map(({ id }) => id)).toEqual(['adam']);
    expect(runs[0]?.columns['x']).toHaveLength(21);
    expect(JSON.parse(JSON.stringify(runs))).toEqual(runs);
    undo();
    expect(api.getRuns()).toHaveLength(6);
  });

  it('returns a sentence for what it could not take, in the reader’s language', () => {
    expect(api.setScene({ steps: 0, noise: 0.5 })).toEqual([
      `steps: expected a whole number from 1 to 20000, found 0; ${initialScene().steps} is used`,
    ]);
    expect(api.getScene()).toEqual({ ...initialScene(), noise: 0.5 });
    preferences.setState({ language: 'zh' });
    expect(api.setScene({ steps: 0 })).toEqual([
      `steps：应为 1 到 20000 的整数，实际为 0；使用 ${initialScene().steps}`,
    ]);
  });
});
