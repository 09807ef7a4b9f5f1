import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { initialScene, readScene, sceneSchema } from '../../src/state/scene.ts';
import { settingsOf } from '../../src/state/settings.ts';

/** Anything at all, and scenes of which a field or two are something else. */
const spoiled = fc
  .tuple(
    fc.constantFrom(
      'version',
      'view',
      'surface',
      'start',
      'steps',
      'seed',
      'noise',
      'batch',
      'schedule',
      'muSchedule',
      'optimizers',
      'interventions',
      'fork',
      'solo',
      'inspect',
      'curvature',
      'cursor',
      'backprop',
      'network',
      'maps',
      'lesson',
      'fan',
    ),
    fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      withObjectString: true,
      withTypedArray: true,
      withDate: true,
    }),
  )
  .map(([name, value]) => ({ ...initialScene(), [name]: value }));

const nearlyRunner = fc.record(
  {
    id: fc.oneof(fc.constantFrom('sgd', 'adam', 'momentum', 'mine', '__proto__'), fc.anything()),
    rule: fc.oneof(
      fc.constantFrom('x = x - lr*g', 'v = mu*v + q*g; x = x - lr*v', 'x = ', 'x = x - grad(grad(x))'),
      fc.string(),
    ),
    state: fc.oneof(fc.array(fc.constantFrom('v', 'x', 'lr', 'q')), fc.anything()),
    lr: fc.oneof(fc.double(), fc.anything()),
    beta1: fc.oneof(fc.double(), fc.anything()),
    variant: fc.oneof(fc.constantFrom('default', 'pytorch', 'toString'), fc.anything()),
    off: fc.oneof(fc.boolean(), fc.anything()),
  },
  { requiredKeys: [] },
);
const nearlyIntervention = fc.record(
  {
    step: fc.oneof(fc.integer({ min: -1, max: 500 }), fc.anything()),
    id: fc.oneof(fc.constantFrom('sgd', 'adam', 'mine', '__proto__'), fc.anything()),
    name: fc.oneof(fc.constantFrom('lr', 'beta1', 'q', 'toString'), fc.anything()),
    value: fc.oneof(fc.double(), fc.anything()),
  },
  { requiredKeys: ['step', 'id', 'name', 'value'] },
);
const nearlyScene = fc.record(
  {
    surface: fc.record(
      {
        id: fc.oneof(fc.constantFrom('rosenbrock', 'himmelblau', 'regression-raw'), fc.anything()),
        data: fc.oneof(
          fc.array(
            fc.oneof(fc.array(fc.oneof(fc.integer(), fc.double()), { minLength: 2, maxLength: 2 }), fc.anything()),
            {
              maxLength: 5,
            },
          ),
          fc.anything(),
        ),
        loss: fc.oneof(fc.constantFrom('squared', 'huber'), fc.anything()),
        standardised: fc.oneof(fc.boolean(), fc.anything()),
        formula: fc.oneof(fc.constantFrom('x^2 + k*y^2', 'log(x)*y', 'x +', '1e400'), fc.string(), fc.anything()),
        params: fc.oneof(fc.dictionary(fc.string(), fc.double()), fc.anything()),
        domain: fc.oneof(fc.array(fc.double(), { minLength: 4, maxLength: 4 }), fc.anything()),
        recorded: fc.oneof(
          fc.record({
            kept: fc.oneof(fc.double({ min: 0, max: 1 }), fc.anything()),
            paths: fc.array(fc.record({ id: fc.constantFrom('adam', 'mine'), points: fc.anything() })),
          }),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    ),
    schedule: fc.record(
      {
        kind: fc.constantFrom('constant', 'step', 'cosine', 'linear'),
        every: fc.double(),
        over: fc.anything(),
        warmup: fc.anything(),
      },
      { requiredKeys: [] },
    ),
    optimizers: fc.array(fc.oneof(nearlyRunner, fc.anything()), { maxLength: 14 }),
    interventions: fc.oneof(fc.array(fc.oneof(nearlyIntervention, fc.anything())), fc.anything()),
    fork: fc.oneof(fc.boolean(), fc.anything()),
    batch: fc.oneof(fc.integer({ min: -1, max: 40 }), fc.anything()),
    solo: fc.oneof(fc.constantFrom('sgd', 'mine'), fc.anything()),
    inspect: fc.oneof(fc.constantFrom('adam', 'mine'), fc.anything()),
    curvature: fc.oneof(fc.boolean(), fc.anything()),
    backprop: fc.record(
      {
        of: fc.oneof(fc.constantFrom('surface', null), fc.anything()),
        program: fc.oneof(fc.constantFrom('p = a*b; p + exp(p)', 'a', 'a = ', 'x = x + a'), fc.string(), fc.anything()),
        inputs: fc.oneof(fc.dictionary(fc.constantFrom('a', 'b', 'x', '__proto__'), fc.double()), fc.anything()),
      },
      { requiredKeys: [] },
    ),
    steps: fc.oneof(fc.integer(), fc.double()),
  },
  { requiredKeys: [] },
);

describe('readScene on anything', () => {
  it('gives a valid scene that survives JSON and is read back unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), spoiled, nearlyScene), fc.boolean(), (input, overBase) => {
        const { scene, problems } = readScene(input, overBase ? initialScene('himmelblau') : undefined);
        expect(v.is(sceneSchema, scene)).toBe(true);
        for (const found of problems) expect([found.sentence('en'), found.sentence('zh')].every(Boolean)).toBe(true);
        const again = readScene(JSON.parse(JSON.stringify(scene)));
        // A scene can hold what waits for more steps, and says so each time.
        const waits = again.problems.filter(({ path }) => /^interventions\[\d+\]\.step$/.test(path));
        const late = scene.interventions?.filter(({ step }) => step >= scene.steps) ?? [];
        expect(waits).toHaveLength(late.length);
        expect(again.problems.filter((found) => !waits.includes(found)).map((found) => found.sentence('en'))).toEqual(
          [],
        );
        expect(again.scene).toEqual(scene);
        for (const runner of scene.optimizers) expect(() => settingsOf(scene, runner)).not.toThrow();
      }),
      { numRuns: 10_000, seed: 2 },
    );
  }, 120_000);
});
