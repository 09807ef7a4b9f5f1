import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { initialScene, readScene, type Scene, sceneSchema, withSurface } from '../../src/state/scene.ts';

const runners = (...optimizers: unknown[]): Scene['optimizers'] => readScene({ optimizers }).scene.optimizers;

describe('the initial scene', () => {
  it('is six optimizers on Rosenbrock, without noise, with constant schedules', () => {
    const scene = initialScene();
    expect(scene).toMatchObject({ version: 1, view: 'playground', seed: 1, noise: 0, surface: { id: 'rosenbrock' } });
    expect(scene.optimizers.map(({ id }) => id)).toEqual(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']);
    expect([scene.schedule, scene.muSchedule]).toEqual([{ kind: 'constant' }, { kind: 'constant' }]);
    expect(v.is(sceneSchema, scene)).toBe(true);
  });

  it('is read back as it is, without a word', () => {
    expect(readScene(initialScene())).toEqual({ scene: initialScene(), problems: [] });
    expect(readScene({})).toEqual({ scene: initialScene(), problems: [] });
  });
});

describe('readScene keeps what is right', () => {
  it('reads the scene of the design page', () => {
    const scene = {
      version: 1,
      view: 'playground',
      surface: { id: 'rosenbrock', params: { a: 1, b: 100 } },
      start: [-1.5, 2],
      steps: 400,
      seed: 1,
      noise: 0,
      schedule: { kind: 'step', factor: 0.5, every: 50 },
      muSchedule: { kind: 'constant' },
      optimizers: [{ id: 'adam', lr: 0.02, beta1: 0.9, beta2: 0.999, eps: 1e-8, variant: 'default' }],
    };
    expect(readScene(scene)).toEqual({ scene, problems: [] });
  });

  it.each([1e9, 0, 12.5])('takes lr %s', (lr) => {
    const { scene, problems } = readScene({ optimizers: [{ id: 'sgd', lr }] });
    expect([scene.optimizers[0]?.lr, problems]).toEqual([lr, []]);
  });

  it('gives a surface its own start, steps and rates where the input does not', () => {
    const { scene } = readScene({ surface: { id: 'himmelblau' } });
    expect(scene).toEqual(initialScene('himmelblau'));
  });

  it('takes typed surfaces, with their free names as parameters', () => {
    const surface = { formula: 'a*x^2 + b*y^2', params: { b: 3 }, domain: [-1, 1, -2, 2] };
    const { scene, problems } = readScene({ surface });
    expect(problems).toEqual([]);
    expect(scene.surface).toEqual({ ...surface, params: { a: 1, b: 3 } });
    expect(scene.start.every((value, i) => Math.abs(value) < i + 1)).toBe(true);
  });

  it('takes typed rules: state may be left out, hyperparameters are the free names', () => {
    const [runner] = runners({ id: 'mine', rule: 'v = mu*v - lr*g\nx = x + k*v', lr: 0.1, k: 2 });
    expect(runner).toEqual({
      id: 'mine',
      rule: 'v = mu*v - lr*g\nx = x + k*v',
      state: ['v'],
      lr: 0.1,
      mu: 0.9,
      k: 2,
      variant: 'default',
    });
  });

  it('takes a rule whose hyperparameter has the name of a constant', () => {
    const [runner] = runners({ id: 'circle', rule: 'x = x - lr*g*sin(pi/2)', lr: 0.1 });
    expect(Object.keys(runner ?? {})).toEqual(['id', 'rule', 'state', 'lr', 'variant']);
  });

  it('takes null for a field that may be missing', () => {
    const base: Scene = { ...initialScene(), solo: 'adam', cursor: 12 };
    expect(readScene({ solo: null, cursor: null }, base)).toEqual({ scene: initialScene(), problems: [] });
  });

  it('makes −0 the 0 that JSON makes of it', () => {
    expect(Object.is(readScene({ start: [-0, 1] }).scene.start[0], 0)).toBe(true);
  });
});

describe('readScene over a base', () => {
  const base = readScene({
    steps: 77,
    optimizers: [
      { id: 'adam', lr: 0.3, beta1: 0.5 },
      { id: 'sgd', off: true },
    ],
  }).scene;

  it('keeps what is absent or wrong as it is there', () => {
    expect(readScene({ steps: -1, noise: 0.5 }, base).scene).toEqual({ ...base, noise: 0.5 });
    expect(readScene('nothing', base).scene).toBe(base);
  });

  it('replaces the list of optimizers, and keeps their hyperparameters', () => {
    const { scene } = readScene({ optimizers: [{ id: 'adam', lr: 0.1 }] }, base);
    expect(scene.optimizers).toEqual([
      { id: 'adam', lr: 0.1, beta1: 0.5, beta2: 0.999, eps: 1e-8, variant: 'default' },
    ]);
  });

  it('merges parameters of the same surface, and moves to another one as a choice in the page does', () => {
    expect(readScene({ surface: { params: { b: 5 } } }, base).scene.surface).toEqual({
      id: 'rosenbrock',
      params: { a: 1, b: 5 },
    });
    expect(readScene({ surface: { id: 'himmelblau' } }, base).scene).toEqual(withSurface(base, 'himmelblau'));
  });

  it('keeps a typed surface where its new formula is wrong', () => {
    const typed = readScene({ surface: { formula: 'x^2 + k*y^2', params: { k: 4 } } }, base).scene;
    expect(readScene({ surface: { formula: 'x^' } }, typed).scene).toEqual(typed);
    expect(readScene({ surface: { params: { k: 9 } } }, typed).scene.surface).toMatchObject({ params: { k: 9 } });
    expect(readScene({ surface: { id: 'nowhere' } }, typed).scene).toEqual(typed);
  });
});

describe('withSurface', () => {
  it('takes the start, the steps and the rates of the new surface, and keeps the rest', () => {
    const before = readScene({
      noise: 0.2,
      seed: 9,
      optimizers: [{ id: 'adam', lr: 5, beta1: 0.5, variant: 'uncorrected' }],
    }).scene;
    const after = withSurface({ ...before, cursor: 12 }, 'himmelblau');
    const fresh = initialScene('himmelblau');
    expect(after).toMatchObject({
      noise: 0.2,
      seed: 9,
      surface: fresh.surface,
      start: fresh.start,
      steps: fresh.steps,
    });
    expect(after.optimizers).toEqual([{ ...fresh.optimizers[5], beta1: 0.5, variant: 'uncorrected' }]);
    expect(after).not.toHaveProperty('cursor');
  });
});
