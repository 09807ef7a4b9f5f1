import { beforeEach, describe, expect, test } from 'vitest';
import { pointAt, type Run } from '../../src/engine/run.ts';
import { curvatureNow, stabilityNow } from '../../src/state/curvature.ts';
import { inspectedRun, inspectNow, stepPictureNow } from '../../src/state/inspected.ts';
import { playback } from '../../src/state/playback.ts';
import { runsStore } from '../../src/state/runs.ts';
import { replaceScene } from '../../src/state/store.ts';

const scene = {
  surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
  start: [-4, 0.3],
  steps: 50,
  optimizers: [
    { id: 'sgd', lr: 0.01 },
    { id: 'momentum', lr: 0.02, mu: 0.5 },
    { id: 'adam', lr: 0.5 },
  ],
};
const open = (change: object): void => {
  replaceScene({ ...scene, ...change });
  playback.seek(0);
};
const runOf = (id: string): Run => runsStore.getState().runs.find((run) => run.id === id) as Run;

beforeEach(() => open({}));

describe('the step that is looked into', () => {
  test('is the one under way, or the one that ended where the show stands', () => {
    for (const [position, step] of [[0, 1], [0.5, 1], [1, 1], [1.25, 2], [7, 7], [1e9, 50]] as const) {
      playback.seek(position);
      expect(inspectNow('adam')?.step).toBe(step);
    } // prettier-ignore
  });

  test('is computed once for both pictures and the panel', () => {
    playback.seek(3);
    expect(inspectNow('sgd')).toBe(inspectNow('sgd'));
  });

  test('is drawn for an optimizer that is shown, and for no other', () => {
    expect([inspectedRun(), stepPictureNow(), inspectNow('lion')]).toEqual([undefined, undefined, undefined]);
    open({ inspect: 'adam' });
    expect(inspectedRun()).toBe(runOf('adam'));
    playback.seek(2);
    expect(stepPictureNow()?.after).toEqual(pointAt(runOf('adam'), 2));
    open({ inspect: 'adam', solo: 'sgd' });
    expect(stepPictureNow()).toBeUndefined();
    open({ inspect: 'adam', optimizers: [{ id: 'sgd' }, { id: 'adam', off: true }] });
    expect(stepPictureNow()).toBeUndefined();
  });
});

test('with batches, the gradient of the batch and that of all data are drawn', () => {
  open({ surface: { id: 'regression-raw' }, start: [0, 0], batch: 5, inspect: 'sgd', optimizers: [{ id: 'sgd' }] });
  playback.seek(3);
  const { gx = NaN, gy = NaN } = inspectNow('sgd')?.before ?? {};
  const [exact, gradient] = stepPictureNow()?.vectors ?? [];
  expect(exact).toMatchObject({ kind: 'exact', x: -gx, y: -gy });
  expect(gradient?.kind).toBe('gradient');
  expect(gradient?.from).toEqual(exact?.from);
  expect(gradient?.x).not.toBe(-gx);
});

describe('the curvature at the cursor', () => {
  test('is shown where the inspected optimizer is, else the solo one, else the leading one', () => {
    expect(curvatureNow()).toBeUndefined();
    const whose = (change: object): string | undefined => {
      open({ curvature: true, ...change });
      playback.seek(40);
      return curvatureNow()?.id;
    };
    expect(whose({ inspect: 'sgd' })).toBe('sgd');
    expect(whose({ solo: 'momentum' })).toBe('momentum');
    expect(whose({ optimizers: [{ id: 'sgd', lr: 1e-6 }, { id: 'adam', lr: 0.5 }] })).toBe('adam'); // prettier-ignore
    expect(curvatureNow()?.curvature.eigenvalues).toEqual([25, 1]);
    expect(curvatureNow()?.point).toEqual(pointAt(runOf('adam'), 40));
  });

  test('limits the rates of the rules that state a limit, with mu as it is in effect', () => {
    expect(stabilityNow('sgd')).toBeUndefined();
    open({ curvature: true });
    expect(stabilityNow('sgd')).toEqual({ limit: 2 / 25, rate: 0.01 });
    expect(stabilityNow('momentum')).toEqual({ limit: 3 / 25, rate: 0.02 });
    expect(stabilityNow('adam')).toBeUndefined();
    open({
      curvature: true,
      schedule: { kind: 'step', factor: 0.5, every: 5 },
      muSchedule: { kind: 'linear', from: 0, to: 0.8, over: 10 },
    });
    playback.seek(5);
    const { limit, rate } = stabilityNow('momentum') ?? {};
    expect(limit).toBeCloseTo((2 * 1.4) / 25, 12);
    expect(rate).toBe(0.01);
  });

  test('has no limit where nothing curves upward, or where the loss is not defined', () => {
    for (const formula of ['-x^2 - y^2', 'x + y', 'log(x)']) {
      open({ curvature: true, surface: { formula }, start: [-1, 1], optimizers: [{ id: 'sgd', lr: 0.1 }] });
      expect(stabilityNow('sgd')?.limit, formula).toBeUndefined();
    }
  });
});
