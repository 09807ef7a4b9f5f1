import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialScene, readScene } from '../../src/state/scene.ts';
import { linkedRates } from '../../src/ui/panel/linkRates.ts';
import {
  withCurvature,
  withDefaults,
  withInspect,
  withMuScheduleKind,
  withParameter,
  withPart,
  withRule,
  withRunner,
  withScheduleKind,
  withScheduleSetting,
  withSolo,
  withWarmup,
} from '../../src/ui/panel/recipes.ts';

const scene = initialScene();
const ids = (of = scene) => of.optimizers.map(({ id }) => id);

describe('what the panel does to a scene', () => {
  it('shows one alone and all again', () => {
    const solo = withSolo('adam')(scene);
    expect(solo.solo).toBe('adam');
    expect(withSolo('adam')(solo)).toEqual(scene);
    expect(withSolo(undefined)(solo)).toEqual(scene);
  });

  it('switches one that is to be shown alone on', () => {
    const off = withPart('adam', false)(scene);
    expect(off.optimizers.at(-1)?.off).toBe(true);
    expect(withSolo('adam')(off).optimizers).toEqual(scene.optimizers);
  });

  it('shows all again when the one shown alone is switched off', () => {
    expect(withPart('adam', false)(withSolo('adam')(scene)).solo).toBeUndefined();
    expect(withPart('sgd', false)(withSolo('adam')(scene)).solo).toBe('adam');
  });

  it('looks into one that is shown, and into the one that is shown alone', () => {
    const inspected = withInspect('adam')(withPart('adam', false)(scene));
    expect(inspected).toEqual({ ...scene, inspect: 'adam' });
    expect(withInspect('adam')(inspected)).toEqual(scene);
    expect(withSolo('sgd')(inspected)).toEqual({ ...scene, solo: 'sgd', inspect: 'sgd' });
    expect(withInspect('adam')(withSolo('sgd')(scene))).toEqual({ ...scene, solo: 'adam', inspect: 'adam' });
    expect(withPart('adam', false)(inspected).inspect).toBeUndefined();
    expect(withPart('sgd', false)(inspected).inspect).toBe('adam');
  });

  it('shows curvature, or not', () => {
    expect(withCurvature(true)(scene)).toEqual({ ...scene, curvature: true });
    expect(withCurvature(false)(withCurvature(true)(scene))).toEqual(scene);
  });

  it('gives a schedule its defaults and keeps the warm-up', () => {
    const warm = withWarmup(true)(withScheduleKind('step')(scene));
    expect(warm.schedule).toEqual({ kind: 'step', factor: 0.5, every: 50, warmup: 20 });
    const cosine = withScheduleSetting('over', 300)(withScheduleKind('cosine')(warm));
    expect(cosine.schedule).toEqual({ kind: 'cosine', floor: 0, over: 300, warmup: 20 });
    expect(withWarmup(false)(cosine).schedule).toEqual({ kind: 'cosine', floor: 0, over: 300 });
    expect(withMuScheduleKind('linear')(scene).muSchedule).toEqual({ kind: 'linear', from: 0.5, to: 0.99, over: 250 });
  });

  it('brings defaults back, and optimizers that a scene came without', () => {
    const changed = withRunner('adam', (runner) => ({ ...runner, lr: 3, beta1: 0, variant: 'epsInside' }))(scene);
    expect(withDefaults('adam')(changed)).toEqual(scene);
    const without = { ...scene, optimizers: scene.optimizers.filter(({ id }) => id !== 'sgd') };
    expect(ids(withRule('sgd')(without))).toEqual([...ids().filter((id) => id !== 'sgd'), 'sgd']);
    expect(withRule('sgd')(scene)).toBe(scene);
  });

  it('leaves a scene that reads back without a complaint', () => {
    const steps = [
      withParameter('b', 3),
      withPart('sgd', false),
      withSolo('adam'),
      withScheduleKind('inverse'),
      withWarmup(true),
    ];
    const changed = steps.reduce((at, recipe) => recipe(at), scene);
    expect(readScene(changed)).toEqual({ scene: changed, problems: [] });
  });
});

describe('linked learning rates', () => {
  it('all change by the factor of the one that moves', () => {
    const moved = linkedRates(scene.optimizers, scene.optimizers, 'sgd', (scene.optimizers[0]?.lr ?? 0) * 10);
    moved.forEach(({ lr }, i) => expect(lr / (scene.optimizers[i]?.lr ?? 0)).toBeCloseTo(10, 6));
  });

  it('are where they were when the one that moves is back', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-8, max: 1e3, noNaN: true }), { minLength: 1 }), (rates) => {
        const back = [...rates, scene.optimizers[0]?.lr ?? 0];
        const end = back.reduce((at, lr) => linkedRates(at, scene.optimizers, 'sgd', lr), scene.optimizers);
        expect(end).toEqual(scene.optimizers);
      }),
    );
  });

  it('are left alone by a rate of 0, which has no factor', () => {
    const zero = withRunner('sgd', (runner) => ({ ...runner, lr: 0 }))(scene).optimizers;
    const moved = linkedRates(zero, zero, 'sgd', 0.1);
    expect(moved[0]?.lr).toBe(0.1);
    expect(moved.slice(1)).toEqual(zero.slice(1));
  });
});
