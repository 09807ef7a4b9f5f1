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

/** Not the verdict: nobody has stated the minima of a typed surface, so that its runs settle by their gradient. */
describe('a typed copy of a built-in surface gives the same columns to the bit', () => {
  test.each(surfaces.map(({ id }) => id))('%s', (id) => {
    for (const scene of [initialScene(id), varied(initialScene(id))]) {
      const { formula, values } = surfaceIn(scene);
      const typed = reread(withFormula(formula, values)(scene).scene);
      expect(typed).toEqual({ ...scene, surface: { formula, params: values, domain: [...surfaceIn(scene).domain] } });
      const measured = (of: Scene) =>
        runsOf(of).map(({ steps, evaluations, columns }) => [steps, evaluations, columns]);
      expect(measured(typed)).toEqual(measured(scene));
    }
  });
});
