import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fansStore } from '../../src/state/fans/fans.ts';
import { fansInSlices } from '../../src/state/fans/maker.ts';
import { fansElsewhere, type FanPort } from '../../src/state/fans/remote.ts';
import { change, sceneStore } from '../../src/state/store.ts';
import { expected, fansNow, follow, noisy, stopFollowing, thread, turns } from './fanThreads.ts';

beforeEach(() => sceneStore.setState({ scene: noisy, problems: [] }));
afterEach(stopFollowing);

describe('several threads', () => {
  const followOn = (threads: readonly ReturnType<typeof thread>[]): void => {
    let opened = 0;
    follow(
      fansElsewhere(
        () => threads[opened++]?.port,
        threads.length,
        turns().later,
        () => expect.fail('there are other threads'),
      ),
    );
  };

  it('share the fans between them, which are the same to the bit, and shown all together', () => {
    const [one, two] = [thread(), thread()];
    followOn([one, two]);
    expect([one, two].map(({ port }) => port.orders.length)).toEqual([1, 1]);
    while (fansStore.getState().waiting > 0) {
      expect(fansNow()).toEqual([]);
      expect(one.take() || two.take()).toBe(true);
    }
    expect(fansNow()).toEqual(expected(noisy));
    expect(Math.min(one.port.orders.length, two.port.orders.length)).toBeGreaterThan(0);
  });

  it('may bring an older fan after a newer one, which is kept', () => {
    const [one, two] = [thread(), thread()];
    sceneStore.setState({ scene: { ...noisy, optimizers: noisy.optimizers.slice(0, 1) }, problems: [] });
    followOn([one, two]);
    change((scene) => ({ ...scene, seed: 2 }));
    two.takeAll();
    one.takeAll();
    expect(fansNow()).toEqual(expected({ ...noisy, seed: 2, optimizers: noisy.optimizers.slice(0, 1) }));
  });

  it('one that breaks leaves all to this one', () => {
    const [one, two] = [thread(), thread()];
    const here = turns();
    let opened = 0;
    follow(
      fansElsewhere(
        () => [one, two][opened++]?.port,
        2,
        here.later,
        () => undefined,
      ),
    );
    one.take();
    two.port.break();
    expect([one, two].map(({ port }) => port.isClosed)).toEqual([true, true]);
    here.takeAll();
    expect(fansNow()).toEqual(expected(noisy));
  });
});

describe('where there is no other thread', () => {
  const isTold = (open: () => FanPort | undefined) => {
    const here = turns();
    let told = 0;
    follow(fansElsewhere(open, 1, here.later, () => (told += 1)));
    return { here, told: () => told };
  };

  it.each([
    ['none can be had', () => undefined],
    [
      'it cannot be started',
      () => {
        throw new Error('not allowed');
      },
    ],
  ])('fans are made on this one, which is said once: %s', (_, open) => {
    const { here, told } = isTold(open);
    here.takeAll();
    expect(told()).toBe(1);
    expect(fansNow()).toEqual(expected(noisy));
  });

  it('what it was at when it broke is made on this one', () => {
    const other = thread();
    const { here, told } = isTold(() => other.port);
    other.take();
    expect(told()).toBe(0);
    other.port.break();
    expect(other.port.isClosed).toBe(true);
    here.takeAll();
    expect(told()).toBe(1);
    expect(fansNow()).toEqual(expected(noisy));
  });

  it('others have their turn between slices', () => {
    const here = turns();
    follow(fansInSlices(here.later));
    change((scene) => ({ ...scene, steps: 5000, fan: 40, optimizers: scene.optimizers.slice(0, 1) }));
    expect(here.takeAll()).toBeGreaterThan(8);
    expect(fansNow()).toHaveLength(1);
  });
});
