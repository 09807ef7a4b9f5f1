import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FanSettings } from '../../src/engine/fan/fan.ts';
import { fansStore, shownFans } from '../../src/state/fans/fans.ts';
import { fansInSlices, type Made } from '../../src/state/fans/maker.ts';
import { fansElsewhere } from '../../src/state/fans/remote.ts';
import { wantedFans } from '../../src/state/fans/wanted.ts';
import { preferences } from '../../src/state/preferences.ts';
import { initialScene, readScene } from '../../src/state/scene.ts';
import { setClock, stats } from '../../src/state/stats.ts';
import { change, sceneStore } from '../../src/state/store.ts';
import { expected, fanOf, fansNow, follow, noisy, stopFollowing, thread, turns } from './fanThreads.ts';

beforeEach(() => sceneStore.setState({ scene: noisy, problems: [] }));
afterEach(stopFollowing);

describe('the field fan of a scene', () => {
  it('is a whole number from 2 to 200, absent at first, and null takes it away', () => {
    expect(initialScene()).not.toHaveProperty('fan');
    expect(readScene({ fan: 50 }).scene.fan).toBe(50);
    expect(readScene({ fan: null }, noisy).scene).not.toHaveProperty('fan');
    for (const fan of [1, 201, 2.5, '9', Number.NaN]) {
      const { scene, problems } = readScene({ fan, noise: 1 });
      expect(scene).not.toHaveProperty('fan');
      expect(scene.noise).toBe(1);
      expect(problems.map((found) => found.sentence('en'))[0]).toContain('fan: expected a whole number from 2 to 200');
    }
  });

  it('wants nothing without noise or batches, when every seed would give the same run', () => {
    expect(wantedFans({ ...noisy, noise: 0 }, 'loss')).toEqual([]);
    expect(wantedFans(initialScene(), 'loss')).toEqual([]);
    const batched = { ...initialScene('regression-raw'), fan: 6, batch: 17 };
    expect(wantedFans(batched, 'loss')).toEqual([]);
    expect(wantedFans({ ...batched, batch: 16 }, 'loss')).toHaveLength(6);
    expect(wantedFans(noisy, 'loss')).toHaveLength(6);
  });
});

describe('fans of the scene', () => {
  it('stand still while another view is shown, and are those of the scene again on return', () => {
    const soon = turns();
    follow(fansInSlices(soon.later));
    soon.takeAll();
    const before = fansNow();
    expect(before).toEqual(expected(noisy));
    change((scene) => ({ ...scene, view: 'maps' }));
    change((scene) => ({ ...scene, noise: 1 }));
    soon.takeAll();
    expect(fansNow()).toBe(before);
    change((scene) => ({ ...scene, view: 'playground' }));
    soon.takeAll();
    expect(fansNow()).toEqual(expected({ ...noisy, noise: 1 }));
  });

  it('have their milliseconds counted, from the latest change until all of them are there', () => {
    let now = 0;
    setClock(() => now);
    const soon = turns();
    follow(fansInSlices(soon.later));
    soon.takeAll();
    change((scene) => ({ ...scene, noise: 1 }));
    now += 1000;
    change((scene) => ({ ...scene, noise: 3 }));
    now += 40;
    soon.takeAll();
    expect(stats.lastFansMs).toBe(40);
    now += 1000;
    change((scene) => ({ ...scene, solo: 'adam' }));
    soon.takeAll();
    expect(stats.lastFansMs).toBe(40);
    setClock(() => 0);
  });

  it('are the same to the bit from another thread, from this one, and all at once', () => {
    const other = thread();
    follow(
      fansElsewhere(
        () => other.port,
        1,
        turns().later,
        () => expect.fail('there is another thread'),
      ),
    );
    other.takeAll();
    expect(fansNow()).toEqual(expected(noisy));
    const elsewhere = fansNow();
    const here = turns();
    follow(fansInSlices(here.later));
    here.takeAll();
    expect(fansNow()).toEqual(elsewhere);
  });

  it('do not depend on what was asked for before', () => {
    const here = turns();
    follow(fansInSlices(here.later));
    here.take();
    change((scene) => ({ ...scene, seed: 9 }));
    here.take();
    here.take();
    change((scene) => ({ ...scene, steps: 90 }));
    change((scene) => ({ ...scene, seed: 5 }));
    here.takeAll();
    expect(fansNow()).toEqual(expected({ ...noisy, seed: 5, steps: 90 }));
  });

  it('are made again only where something changed', () => {
    const here = turns();
    follow(fansInSlices(here.later));
    here.takeAll();
    const before = fansNow();
    change((scene) => ({
      ...scene,
      optimizers: scene.optimizers.map((runner) => (runner.id === 'adam' ? { ...runner, lr: 0.3 } : runner)),
    }));
    expect(fansStore.getState().waiting).toBe(1);
    here.takeAll();
    expect(fansNow().map((fan, i) => fan === before[i])).toEqual([true, true, true, true, true, false]);
    preferences.setState({ measure: 'gradient' });
    here.takeAll();
    expect(fansNow().map(({ measure }) => measure)).toEqual(Array.from({ length: 6 }, () => 'gradient'));
  });

  it('leave at once with the noise, with the surface, and with the optimizer', () => {
    const here = turns();
    follow(fansInSlices(here.later));
    here.takeAll();
    expect(fansNow()).toHaveLength(6);
    change((scene) => ({ ...scene, optimizers: scene.optimizers.slice(1) }));
    expect(fansNow().map(({ id }) => id)).not.toContain('sgd');
    change((scene) => ({ ...scene, surface: initialScene('himmelblau').surface }));
    expect(fansNow()).toEqual([]);
    here.takeAll();
    expect(fansNow()).toHaveLength(5);
    change((scene) => ({ ...scene, noise: 0 }));
    expect(fansStore.getState()).toMatchObject({ fans: [], waiting: 0 });
  });

  it('of the solo optimizer are shown alone', () => {
    const here = turns();
    follow(fansInSlices(here.later));
    here.takeAll();
    expect(shownFans({ ...noisy, solo: 'adam' }, fansNow()).map(({ id }) => id)).toEqual(['adam']);
    expect(shownFans(noisy, fansNow())).toHaveLength(6);
  });

  it('that would take long are dropped for newer ones, small ones are finished', () => {
    const other = thread();
    follow(
      fansElsewhere(
        () => other.port,
        1,
        turns().later,
        () => undefined,
      ),
    );
    change((scene) => ({ ...scene, seed: 2 }));
    expect(other.port.orders).toHaveLength(1);
    other.takeAll();
    change((scene) => ({ ...scene, steps: 20_000, fan: 200 }));
    other.take();
    change((scene) => ({ ...scene, steps: 100 }));
    const [, drop, latest] = other.port.orders.slice(-3);
    expect(drop).toEqual({ drop: expect.any(Number) as number });
    expect(latest).toMatchObject({ wanted: { settings: { steps: 100 } } });
    other.takeAll();
    expect(fansNow()).toEqual(expected({ ...noisy, seed: 2, steps: 100, fan: 200 }));
  });
});

describe('a fan that was ordered earlier and comes later', () => {
  it('takes the place of none that is newer', () => {
    const orders: { wanted: FanSettings; tell: (made: Made) => void }[] = [];
    follow({
      atOnce: 12,
      make: (wanted, tell) => {
        orders.push({ wanted, tell });
        return () => undefined;
      },
    });
    change((scene) => ({ ...scene, seed: 9 }));
    expect(orders).toHaveLength(12);
    for (const { wanted, tell } of [...orders.slice(6), ...orders.slice(0, 6)]) tell({ fan: fanOf(wanted) });
    expect(fansNow()).toEqual(expected({ ...noisy, seed: 9 }));
    expect(fansStore.getState().waiting).toBe(0);
    expect(orders).toHaveLength(12);
  });
});

describe('a fan that cannot be made', () => {
  it('is told, and the others are made', () => {
    const here = turns();
    const maker = fansInSlices(here.later);
    follow({
      atOnce: 1,
      make: (wanted, tell) =>
        maker.make(wanted.id === 'sgd' ? { ...wanted, settings: { ...wanted.settings, steps: -1 } } : wanted, tell),
    });
    here.takeAll();
    expect(fansStore.getState()).toMatchObject({ waiting: 0, failure: 'steps: expected 0 to 20000, found -1' });
    expect(fansNow().map(({ id }) => id)).toEqual(['momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']);
  });
});
