import { describe, expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { stepLoop } from '../../src/engine/compile.ts';
import { pointsOf } from '../../src/engine/points.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { interpretLoop } from '../../src/formula/loop.ts';
import type { Quantity } from '../../src/formula/quantity.ts';
import { rules } from '../../src/optimizers/catalog.ts';

const initials = (quantities: Readonly<Record<string, Quantity>>): Record<string, number> =>
  Object.fromEntries(Object.entries(quantities).map(([name, quantity]) => [name, quantity.initial]));

const interpreted: typeof import('../../src/engine/compile.ts').compile = (loss, rule, noisy) => {
  const step = stepLoop(loss, rule, noisy);
  return { ...step, kernel: interpretLoop(step.loop), held: new Map() };
};

const variantsOf = (rule: (typeof rules)[number]): [string, string][] => [
  ['default', rule.formula],
  ...Object.entries(rule.variants).map(([name, variant]): [string, string] => [name, variant.formula]),
];

const cases = surfaces.flatMap((surface) =>
  rules.flatMap((rule) => variantsOf(rule).map(([variant, formula]) => ({ surface, rule, variant, formula }))),
);

describe('the interpreter equals WebAssembly to the bit', () => {
  test.each(cases.map((item) => [`${item.surface.id} × ${item.rule.id} × ${item.variant}`, item] as const))(
    '%s',
    (_, item) => {
      const { surface, rule, formula } = item;
      const values = initials(surface.params);
      const { lr, mu = 0, ...hyper } = initials(rule.hyper) as { lr: number; mu?: number } & Record<string, number>;
      for (const noise of [0, 0.1]) {
        const settings: Settings = {
          loss: { formula: surface.formula, params: Object.keys(surface.params), values },
          rule: { formula, state: rule.state, hyper: Object.keys(hyper), values: hyper },
          lr,
          mu,
          schedule: { formula: 'lr*exp(-rate*s)', values: { rate: 0.01 } },
          muSchedule: { formula: 'mu', values: {} },
          start: surface.starts[0] as readonly [number, number],
          steps: 120,
          seed: 7,
          noise,
          domain: surface.domain,
          minima: pointsOf(surface.minima, values),
        };
        const emitted = simulate(rule.id, settings);
        expect(emitted).toEqual(simulate(rule.id, settings, interpreted));
        expect(emitted.steps).toBeGreaterThan(0);
      }
    },
  );
});
