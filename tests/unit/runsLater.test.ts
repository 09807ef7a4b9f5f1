import { afterEach, describe, expect, it } from 'vitest';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import { allRuns, compileLater, runsStore } from '../../src/state/runs.ts';
import { simulations } from '../../src/state/simulations.ts';
import { replaceScene } from '../../src/state/store.ts';

/** A formula that no other test has, so that nothing of it has been compiled. */
const longOf = (seed: number): Scene => {
  const formula = Array.from({ length: 40 }, (_, i) => `sin(${i + seed}*x + y)`).join(' + ');
  return readScene({ surface: { formula, params: {}, domain: [-2, 2, -2, 2] }, start: [1, 1.1], steps: 50 }).scene;
};
const ids = (): string[] => runsStore.getState().runs.map(({ id }) => id);

let waiting: (() => void)[] = [];
const goOn = (): void => {
  const now = waiting;
  waiting = [];
  for (const work of now) work();
};

afterEach(() => {
  compileLater(undefined);
  waiting = [];
  replaceScene(initialScene());
});

describe('long programs', () => {
  const scene = longOf(1000);
  const all = scene.optimizers.map(({ id }) => id);

  it('are compiled one after the other, and the runs are those that they would be at once', () => {
    compileLater((work) => waiting.push(work));
    replaceScene(scene);
    for (let count = 1; count < all.length; count += 1) {
      expect(ids()).toEqual(all.slice(0, count));
      expect(waiting).toHaveLength(1);
      goOn();
    }
    expect(ids()).toEqual(all);
    expect(waiting).toHaveLength(0);
    expect(runsStore.getState().runs).toEqual(simulations().of(scene).runs);
    // What is compiled is there at every move.
    replaceScene({ ...scene, start: [0.5, 0.5] });
    expect(ids()).toEqual(all);
  });

  it('are compiled at once for who asks for all runs', () => {
    compileLater((work) => waiting.push(work));
    replaceScene(longOf(2000));
    expect(ids()).toHaveLength(1);
    expect(allRuns().runs.map(({ id }) => id)).toEqual(all);
    const { runs } = runsStore.getState();
    goOn();
    expect(runsStore.getState().runs).toBe(runs);
  });

  it('of a scene that is left are not compiled', () => {
    compileLater((work) => waiting.push(work));
    replaceScene(longOf(3000));
    replaceScene(initialScene());
    const { runs } = runsStore.getState();
    expect(runs).toHaveLength(6);
    goOn();
    expect(runsStore.getState().runs).toBe(runs);
    expect(waiting).toHaveLength(0);
  });
});
