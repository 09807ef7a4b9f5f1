import { afterEach, describe, expect, it } from 'vitest';
import { simulate } from '../../src/engine/simulate.ts';
import { initialScene, type Scene } from '../../src/state/scene.ts';
import { fansStore } from '../../src/state/fans/fans.ts';
import {
  areStripsMade,
  bestOf,
  showStrip,
  type Strip,
  stripPlan,
  stripsStore,
  stripValues,
} from '../../src/state/maps/strips.ts';
import { settingsOf } from '../../src/state/settings.ts';
import { change, sceneStore } from '../../src/state/store.ts';
import { valuesOn } from '../../src/sweep/axis.ts';
import { classes, emptyCells } from '../../src/sweep/cells.ts';
import { poolHere } from './poolHere.ts';

const run = poolHere();

const short: Scene = { ...initialScene('rosenbrock'), steps: 30 };
const of = { optimizer: 'adam', name: 'lr' };
const stripOf = (): Strip => stripsStore.getState()['adam lr'] as Strip;
const withRate = (lr: number) => (scene: Scene) => ({
  ...scene,
  optimizers: scene.optimizers.map((runner) => (runner.id === 'adam' ? { ...runner, lr } : runner)),
});

describe('the strip under a slider', () => {
  let hide = (): void => {};
  afterEach(() => {
    hide();
    run();
  });

  it('holds at each value the loss with which the engine ends there, with all else as it stands', () => {
    sceneStore.setState({ scene: short });
    hide = showStrip(of);
    run();
    const { axis, cells } = stripOf();
    const values = valuesOn(axis, cells.loss.length);
    for (const i of [0, 100, 200, 255]) {
      const scene = withRate(values[i] as number)(short);
      const runner = scene.optimizers.find(({ id }) => id === 'adam') as Scene['optimizers'][0];
      const { columns, steps } = simulate('adam', settingsOf(scene, runner));
      expect(cells.loss[i]).toBe(columns['loss']?.[steps]);
    }
    const best = bestOf(stripOf()) as number;
    expect(cells.loss[best]).toBe(Math.min(...cells.loss.filter(Number.isFinite)));
  });

  it('is made anew for anything but its own slider, and while a drag goes on', () => {
    sceneStore.setState({ scene: short });
    hide = showStrip(of);
    run();
    const before = stripOf();
    change(withRate(0.5));
    expect(areStripsMade()).toBe(true);
    for (let move = 1; move <= 20; move += 1) {
      change((scene) => ({ ...scene, start: [-1.5 + move / 100, 2] }));
      run(3);
    }
    expect(stripOf()).not.toBe(before);
    run();
    expect(areStripsMade()).toBe(true);
    const { scene } = sceneStore.getState();
    expect(stripPlan(scene, of)?.settings.start).toEqual([-1.3, 2]);
    const runner = withRate(1e-6)(scene).optimizers.find(({ id }) => id === 'adam') as Scene['optimizers'][0];
    const { columns } = simulate('adam', {
      ...settingsOf(scene, runner),
      lr: valuesOn(stripOf().axis, 256)[0] as number,
    });
    expect(stripOf().cells.loss[0]).toBe(columns['loss']?.[30]);
  });

  it('waits for fans that are soon there, and then is that of the scene', async () => {
    const noisy: Scene = { ...short, noise: 1, fan: 20 };
    sceneStore.setState({ scene: noisy });
    hide = showStrip(of);
    run();
    const before = stripOf();
    fansStore.setState({ isSoon: true });
    change((scene) => ({ ...scene, start: [-1, 2] }));
    await Promise.resolve();
    run();
    expect(stripOf()).toBe(before);
    expect(areStripsMade()).toBe(false);
    fansStore.setState({ isSoon: false });
    run();
    expect(areStripsMade()).toBe(true);
    expect(stripOf()).not.toBe(before);
  });

  it('stands still while another view is shown, and is that of the scene again on return', () => {
    sceneStore.setState({ scene: short });
    hide = showStrip(of);
    run();
    const before = stripOf();
    change((scene) => ({ ...scene, view: 'maps' }));
    change((scene) => ({ ...scene, start: [-1, 2] }));
    run();
    expect(stripOf()).toBe(before);
    expect(areStripsMade()).toBe(true);
    change((scene) => ({ ...scene, view: 'playground' }));
    expect(areStripsMade()).toBe(false);
    run();
    expect(stripOf()).not.toBe(before);
    expect(areStripsMade()).toBe(true);
  });

  it('goes where its optimizer is switched off or its slider is out of sight', () => {
    sceneStore.setState({ scene: short });
    hide = showStrip(of);
    run();
    change((scene) => ({
      ...scene,
      optimizers: scene.optimizers.map((runner) => (runner.id === 'adam' ? { ...runner, off: true } : runner)),
    }));
    expect(stripsStore.getState()).toEqual({});
    change(() => short);
    run();
    expect(Object.keys(stripsStore.getState())).toEqual(['adam lr']);
    hide();
    expect(stripsStore.getState()).toEqual({});
  });

  it('has fewer values where runs are long, and no best where all diverge', () => {
    expect([100, 500, 1000, 20_000].map(stripValues)).toEqual([256, 256, 128, 64]);
    const cells = emptyCells(3);
    cells.loss.set([-5, -9, NaN]);
    cells.class.fill(classes.indexOf('diverged'));
    expect(bestOf({ cells })).toBeUndefined();
    cells.class[0] = classes.indexOf('slow');
    expect(bestOf({ cells })).toBe(0);
  });
});
