import { describe, expect, test } from 'vitest';
import { curvatureAt } from '../../src/engine/curvature.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { stableRate } from '../../src/engine/stability.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import type { Rule } from '../../src/optimizers/rule.ts';

const curved = 7;
/** Second derivatives 7 and 7/k along axes that are turned by an angle. */
const quadratic = `0.5*${curved}*((x*c + y*s)^2 + (y*c - x*s)^2/k)`;
const params = ['c', 's', 'k'];
const turned = (angle: number, k: number) => ({ c: Math.cos(angle), s: Math.sin(angle), k });

interface Case {
  readonly rule: Rule;
  readonly formula: string;
  readonly hyper: Readonly<Record<string, number>>;
}

const initials = ({ hyper }: Rule): Record<string, number> =>
  Object.fromEntries(Object.entries(hyper).map(([name, { initial }]) => [name, initial]));

/** Every rule that states a limit, in each of its forms, with its hyperparameters and mu at several values. */
const cases = (rules as readonly Rule[])
  .filter(({ stability }) => stability !== undefined)
  .flatMap((rule) =>
    Object.entries({ default: rule, ...rule.variants }).map(([form, { formula }]) => ({ rule, form, formula })),
  )
  .flatMap(({ rule, form, formula }) =>
    ('mu' in rule.hyper ? [0, 0.5, 0.9, 0.99] : [undefined]).map((mu): [string, Case] => {
      const hyper = { ...initials(rule), ...(mu === undefined ? {} : { mu }) };
      return [`${rule.id}, ${form}${mu === undefined ? '' : `, mu = ${mu}`}`, { rule, formula, hyper }];
    }),
  );

const steps = 20_000;

/** Distance from the minimum at the end of a run, or where it stopped because its numbers became too large. */
function distance({ rule, formula, hyper }: Case, lr: number, values: Record<string, number>): number {
  const { lr: _, mu = 0, ...own } = hyper;
  const settings: Settings = {
    loss: { formula: quadratic, params, values },
    rule: { formula, state: rule.state, hyper: Object.keys(own), values: own },
    lr,
    mu,
    schedule: { formula: 'lr', values: {} },
    muSchedule: { formula: 'mu', values: {} },
    start: [1, 1],
    steps,
    seed: 1,
    noise: 0,
    domain: [-2, 2, -2, 2],
    minima: [{ x: 0, y: 0 }],
  };
  const { columns, steps: taken } = simulate(rule.id, settings);
  return Math.hypot(columns['x']?.[taken] as number, columns['y']?.[taken] as number);
}

describe('0.1% below the stated limit a quadratic converges, 0.1% above it diverges', () => {
  test.each(cases)('%s', (_, it) => {
    for (const condition of [1, 25, 1000])
      for (const angle of [0, 0.4, 1.1]) {
        const values = turned(angle, condition);
        const [lambda] = curvatureAt(fieldOf(quadratic, params), values, 0.3, -0.7).eigenvalues;
        expect(lambda).toBeCloseTo(curved, 12);
        const limit = stableRate(it.rule.stability as string, lambda, it.hyper) as number;
        const where = `condition ${condition}, turned by ${angle}`;
        expect(distance(it, limit * 0.999, values), where).toBeLessThan(1e-3);
        expect(distance(it, limit * 1.001, values), where).toBeGreaterThan(1e3);
      }
  });
});

test('the rules that state a limit, and what it is worth', () => {
  const stated = (rules as readonly Rule[]).filter(({ stability }) => stability !== undefined);
  expect(stated.map(({ id }) => id)).toEqual(expect.arrayContaining(['sgd', 'momentum', 'nesterov']));
  const at = (id: string, mu: number): number | undefined => {
    const rule = stated.find((one) => one.id === id) as Rule;
    return stableRate(rule.stability as string, 4, { ...initials(rule), mu });
  };
  expect(at('sgd', 0)).toBe(0.5);
  expect(at('momentum', 0.5)).toBe(0.75);
  expect(at('nesterov', 0.5)).toBe(0.375);
  expect([at('momentum', 0), at('nesterov', 0)]).toEqual([0.5, 0.5]);
});

test('no rate is too large where nothing curves upward, and none is known where the curvature is not', () => {
  for (const lambda of [0, -3, NaN, Infinity]) expect(stableRate('2/lambda', lambda, {})).toBeUndefined();
  expect(stableRate('2/lambda', 5e-324, {})).toBeUndefined();
});
