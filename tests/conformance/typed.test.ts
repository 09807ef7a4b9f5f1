import { describe, expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import type { Run } from '../../src/engine/run.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { initialRunner, initialScene, readScene, type Runner, type Scene } from '../../src/state/scene.ts';
import { runnersIn, settingsOf } from '../../src/state/settings.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { withCopy, withFormula } from '../../src/ui/editor/recipes.ts';

const forms = rules.flatMap(({ id, variants }) =>
  ['default', ...Object.keys(variants)].map((variant) => ({ id, variant })),
);

/** As a link brings it: through JSON and the reader, without a problem. */
const reread = (scene: Scene): Scene => {
  const { scene: read, problems } = readScene(JSON.parse(JSON.stringify(scene)));
  expect(problems).toEqual([]);
  expect(read).toEqual(scene);
  return read;
};

const runOf = (scene: Scene, runner: Runner): Omit<Run, 'id'> => {
  const { id: _, ...run } = simulate(runner.id, settingsOf(scene, runner));
  return run;
};

const runsOf = (scene: Scene): Omit<Run, 'id'>[] => runnersIn(scene).map((runner) => runOf(scene, runner));

/** Noise and schedules that move lr and mu, so that nothing a run depends on is left out. */
const varied = (scene: Scene): Scene => ({
  ...scene,
  steps: 150,
  seed: 11,
  noise: 0.05,
  schedule: { kind: 'exponential', rate: 0.01, warmup: 7 },
  muSchedule: { kind: 'linear', from: 0.5, to: 0.95, over: 40 },
});

describe('a typed copy of a built-in rule gives the same run to the bit', () => {
  test.each(forms)('$id $variant', ({ id, variant }) => {
    for (const surface of ['rosenbrock', 'himmelblau', 'kink'] as const)
      for (const scene of [initialScene(surface), varied(initialScene(surface))]) {
        const original = { ...initialRunner(id, scene.surface), variant };
        const both = reread(withCopy(original)({ ...scene, optimizers: [original] }).scene);
        const [builtIn, typed] = both.optimizers as [Runner, Runner];
        expect(typed).toMatchObject({ id: `my_${id}`, variant: 'default' });
        expect(runOf(both, typed)).toEqual(runOf(both, builtIn));
      }
  });
});

describe('the minima that are stated for a built-in surface', () => {
  const { formula } = surfaceIn(initialScene('himmelblau'));
  const minimaOf = (surface: object): number | undefined => {
    const scene = readScene({ surface }).scene;
    return settingsOf(scene, runnersIn(scene)[0] as Runner).minima?.length;
  };

  test('are those of the same formula written otherwise, in a part of the plane', () => {
    const spaced = `(( ${formula} ))`;
    expect(minimaOf({ formula: spaced, params: {}, domain: [-5, 5, -5, 5] })).toBe(4);
    expect(minimaOf({ formula: spaced, params: {}, domain: [-4, 4, -5, 5] })).toBe(4);
    expect(minimaOf({ formula: 'x^2 - y^2', params: {}, domain: [-1, 1, -1, 1] })).toBe(0);
  });

  test('are not those of another formula, of more of the plane, or beyond its sliders', () => {
    expect(minimaOf({ formula: `${formula} + 1`, params: {}, domain: [-5, 5, -5, 5] })).toBeUndefined();
    expect(minimaOf({ formula, params: {}, domain: [-5, 50, -5, 5] })).toBeUndefined();
    const banana = surfaceIn(initialScene('rosenbrock'));
    const domain = [...banana.domain];
    expect(minimaOf({ formula: banana.formula, params: { a: 1, b: 100 }, domain })).toBe(1);
    expect(minimaOf({ formula: banana.formula, params: { a: 1, b: -3 }, domain })).toBeUndefined();
  });
});

describe('a typed copy of a built-in surface gives the same run to the bit, its verdict too', () => {
  test.each(surfaces.map(({ id }) => id))('%s', (id) => {
    for (const scene of [initialScene(id), varied(initialScene(id))]) {
      const { formula, values } = surfaceIn(scene);
      const typed = reread(withFormula(formula, values)(scene).scene);
      expect(typed).toEqual({ ...scene, surface: { formula, params: values, domain: [...surfaceIn(scene).domain] } });
      expect(runsOf(typed)).toEqual(runsOf(scene));
    }
  });
});
