import { beforeEach, describe, expect, test } from 'vitest';
import { pointAt, type Run } from '../../src/engine/run.ts';
import { curvatureNow, stabilityNow } from '../../src/state/curvature.ts';
import type { StepPicture } from '../../src/engine/stepPicture.ts';
import { printExpression } from '../../src/formula/print.ts';
import type { Expression } from '../../src/formula/syntax.ts';
import { drawStep } from '../../src/scene/geometry/drawStep.ts';
import { drawnNow, inspectedNow, inspectedRun, stepPictureNow } from '../../src/state/inspected.ts';
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
const inspectionOf = (id: string) => inspectedNow(id)?.inspection;
const runOf = (id: string): Run => runsStore.getState().runs.find((run) => run.id === id) as Run;

beforeEach(() => open({}));

describe('the step that is looked into', () => {
  test('is the one under way, or the one that ended where the show stands', () => {
    for (const [position, step] of [[0, 1], [0.5, 1], [1, 1], [1.25, 2], [7, 7], [1e9, 50]] as const) {
      playback.seek(position);
      expect(inspectionOf('adam')?.step).toBe(step);
    } // prettier-ignore
  });

  test('is computed once for both pictures and the panel', () => {
    playback.seek(3);
    expect(inspectionOf('sgd')).toBe(inspectionOf('sgd'));
  });

  test('is drawn for an optimizer that is shown, and for no other', () => {
    expect([inspectedRun(), stepPictureNow(), inspectionOf('lion')]).toEqual([undefined, undefined, undefined]);
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

describe('the step that stopped a run', () => {
  const stopped = (rule: string, others: object[] = []): void =>
    open({ optimizers: [{ id: 'mine', rule, lr: 0.01 }, ...others], inspect: 'mine' });

  test('is the last that the show comes to', () => {
    stopped('x = x - lr*g/(t - 3)');
    expect([runOf('mine').steps, playback.length]).toEqual([2, 3]);
    for (const [position, step] of [[0, 1], [2, 2], [2.5, 3], [3, 3]] as const) {
      playback.seek(position);
      expect(inspectionOf('mine')?.step).toBe(step);
    } // prettier-ignore
    expect(inspectionOf('mine')?.after['x']).toBe(Infinity);
  });

  test('is shown as soon as it is the first, and beside longer runs', () => {
    stopped('x = x - lr*g/(t - 1)', [{ id: 'sgd', lr: 0.01 }]);
    expect([runOf('mine').steps, playback.length]).toEqual([0, 50]);
    for (const position of [0, 40]) {
      playback.seek(position);
      expect(inspectionOf('mine')?.step).toBe(1);
    }
    const [line] = inspectionOf('mine')?.statements ?? [];
    expect(printExpression(line?.filled.x as Expression)).toBe('-4 - 0.01*-4/(1 - 1)');
  });

  test('has arrows for what is finite alone, and the legend names no other', () => {
    stopped('v = mu*v - lr*g/(t - 1)\nx = x + v');
    expect(stepPictureNow()?.vectors.map(({ kind }) => kind)).toEqual(['gradient']);
    expect(drawnNow('mine')).toBe('gradient ');
    expect(drawnNow('sgd')).toBe('');
    stopped('x = x - lr*g');
    expect(drawnNow('mine')).toBe('gradient |step ');
  });

  test('is none where the start itself is no place', () => {
    open({ surface: { formula: 'log(x) + y' }, start: [-1, 1], optimizers: [{ id: 'sgd', lr: 0.1 }], inspect: 'sgd' });
    expect([inspectionOf('sgd'), drawnNow('sgd'), playback.length]).toEqual([undefined, '', 0]);
  });
});

describe('Nesterov’s position behind x', () => {
  const nesterov = { id: 'nesterov', lr: 0.02, mu: 0.9 };
  const behind = (): unknown => {
    playback.seek(7);
    return stepPictureNow()?.behind;
  };

  test('is that of the form with the gradient at the look-ahead point, and is drawn to x', () => {
    open({ inspect: 'nesterov', optimizers: [{ ...nesterov, variant: 'lookahead' }] });
    expect(behind()).toBeUndefined();
    const { x, y } = pointAt(runOf('nesterov'), 6);
    open({ inspect: 'nesterov', optimizers: [nesterov] });
    expect(behind()).toEqual({ x: expect.closeTo(x, 12) as number, y: expect.closeTo(y, 12) as number });
    expect(drawnNow('nesterov')).toBe('gradient |velocity v|step |lookahead ');
    const plot = { scaleX: 50, scaleY: 50, place: (u: number, w: number) => ({ x: 50 * u, y: 50 * w }), spacing: Infinity, bounds: [-9, -9, 9, 9] as const, room: [-450, -450, 450, 450] as const }; // prettier-ignore
    const { marks } = drawStep(stepPictureNow() as StepPicture, plot, { x, y }, { x, y }, 10, String);
    expect(marks.filter(({ kind }) => kind === 'leads' || kind === 'lookahead')).toHaveLength(2);
  });

  test('is none of forms and rules in which x is the position', () => {
    for (const optimizer of [{ ...nesterov, variant: 'pytorch' }, { id: 'momentum' }, { id: 'adam' }]) {
      open({ inspect: optimizer.id, optimizers: [optimizer] });
      expect(behind()).toBeUndefined();
    }
  });
});

test('with batches, the gradient of the batch and that of all data are drawn', () => {
  open({ surface: { id: 'regression-raw' }, start: [0, 0], batch: 5, inspect: 'sgd', optimizers: [{ id: 'sgd' }] });
  playback.seek(3);
  const { gx = NaN, gy = NaN } = inspectionOf('sgd')?.before ?? {};
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
