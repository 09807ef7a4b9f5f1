import { expect, it } from 'vitest';
import { planOf } from '../../src/state/maps/plan.ts';
import {
  forgetMap,
  isUnder,
  type MapUnder,
  resumeMaps,
  stopMaps,
  sweepsStore,
  wantMap,
} from '../../src/state/maps/sweeps.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { unknownClass } from '../../src/sweep/cells.ts';
import type { SweepPlan } from '../../src/sweep/plan.ts';
import { poolHere } from './poolHere.ts';

const run = poolHere();

const scene: Scene = { ...initialScene('rosenbrock'), steps: 50 };

/** A map of starts, so many pixels wide and high, as far to the right as `to`. */
const plan = (side: number, to = 2): SweepPlan =>
  planOf(scene, scene.optimizers[0] as Scene['optimizers'][0], {
    axes: [
      { name: 'start.x', from: -2, to, scale: 'linear' },
      { name: 'start.y', from: -1, to: 3, scale: 'linear' },
    ],
    size: [side, side],
    steps: 50,
  });

const map = (name: string): MapUnder => sweepsStore.getState()[name] as MapUnder;
const isWhole = (name: string): boolean => map(name).made.every((isMade) => isMade === 1);

it('a map that is stopped keeps what is made of it, and is made to its end when it goes on', () => {
  const now = () => map('one');
  const left = (): number => now().cells.class.filter((kind) => kind === unknownClass).length;
  wantMap('one', plan(192));
  run(3);
  expect(isUnder(now())).toBe(true);
  stopMaps();
  const { share, version } = now();
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
  run();
  expect(now()).toMatchObject({ isStopped: true, share, version });
  // What stands still is not begun again by a look at the same map.
  wantMap('one', plan(192));
  run();
  expect(now()).toMatchObject({ isStopped: true, share });
  resumeMaps();
  run();
  expect(now().share).toBe(1);
  expect(now().isStopped).toBeUndefined();
  expect(left()).toBe(0);
  stopMaps();
  expect(now().isStopped).toBeUndefined();
  forgetMap('one');
});

it('a map that is stopped before its first picture shows nothing of the one before it', () => {
  const now = () => map('two');
  wantMap('two', plan(192));
  run();
  expect(now().share).toBe(1);
  expect(isWhole('two')).toBe(true);
  wantMap('two', plan(192, 1));
  stopMaps();
  expect(now().isStopped).toBe(true);
  expect(now().cells.class.every((kind) => kind === unknownClass)).toBe(true);
  resumeMaps();
  run();
  expect(isWhole('two')).toBe(true);
  expect(now().cells.class.every((kind) => kind !== unknownClass)).toBe(true);
  forgetMap('two');
});

it('a map that is stopped stays so where its size changes, and is made in that size when it goes on', () => {
  const now = () => map('three');
  wantMap('three', plan(192));
  run(3);
  stopMaps();
  wantMap('three', plan(96));
  run();
  expect(now()).toMatchObject({ isStopped: true, share: 0, plan: { size: [96, 96] } });
  resumeMaps();
  run();
  expect(now().share).toBe(1);
  expect(isWhole('three')).toBe(true);
  // Once it is made, another size is another map.
  wantMap('three', plan(80));
  expect(isUnder(now())).toBe(true);
  forgetMap('three');
});
