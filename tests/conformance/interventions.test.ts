import { describe, expect, test } from 'vitest';
import { surfaceOf } from '../../surfaces/catalog.ts';
import { stepLoop } from '../../src/engine/compile.ts';
import { inspectStep } from '../../src/engine/inspect.ts';
import type { Intervention } from '../../src/engine/interventions.ts';
import { normalDraws } from '../../src/engine/noise.ts';
import type { Run } from '../../src/engine/run.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { hyperInput } from '../../src/engine/powers.ts';
import { interpret } from '../../src/formula/interpret.ts';
import { interpretLoop } from '../../src/formula/loop.ts';
import type { Quantity } from '../../src/formula/quantity.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { suggestedRate } from '../../src/state/initial.ts';

const steps = 120;
const at = 40;
const rate = 0.01;
const surface = surfaceOf('rosenbrock');

const initials = (quantities: Readonly<Record<string, Quantity>>): Record<string, number> =>
  Object.fromEntries(Object.entries(quantities).map(([name, { initial }]) => [name, initial]));

const settingsOf = (rule: (typeof rules)[number], formula: string): Settings => {
  const { lr: _, mu = 0, ...hyper } = initials(rule.hyper) as { mu?: number } & Record<string, number>;
  const values = initials(surface.params);
  return {
    loss: { formula: surface.formula, params: Object.keys(values), values },
    rule: { formula, state: rule.state, hyper: Object.keys(hyper), values: hyper },
    lr: suggestedRate('rosenbrock', rule.id),
    mu,
    schedule: { formula: 'lr*exp(-rate*s)', values: { rate } },
    muSchedule: { formula: 'mu', values: {} },
    start: surface.starts[0] as readonly [number, number],
    steps,
    seed: 7,
    noise: 0.01,
    domain: surface.domain,
    minima: [{ x: 1, y: 1 }],
  };
};

/** A value that differs from the usual one, and that the rule can be run with. */
const otherValue = (name: string, usual: number): number => {
  if (name === 'lr') return usual / 2;
  return usual < 1e-3 ? usual * 100 : 1 - (1 - usual) / 2;
};

/** Goes on from row `at` of a run with other values, by the interpreter, with input columns written out here. */
function continued(settings: Settings, before: Run): Readonly<Record<string, Float64Array>> {
  const { loss, rule, lr, mu, seed, noise } = settings;
  const { loop, powers } = stepLoop(loss, rule, true);
  const kernel = interpretLoop(loop);
  const args: Record<string, number> = {
    'p.a': loss.values['a'] as number,
    'p.b': loss.values['b'] as number,
    ...Object.fromEntries(rule.hyper.map((name) => [hyperInput(name), rule.values[name] as number])),
  };
  loop.args.forEach((name, i) => (kernel.args[i] = args[name] as number));
  const draws = normalDraws(seed, steps);
  for (const [name, column] of Object.entries(kernel.inputs)) {
    const base = powers.get(name);
    const factor = base === undefined ? NaN : (interpret([base], args)[0] as number);
    let product = 1;
    for (let t = 1; t <= steps; t += 1) {
      product *= factor;
      const s = t - 1;
      column[t] = { lr: lr * Math.exp(-rate * s), mu, t, nx: (draws.x[s] as number) * noise, ny: (draws.y[s] as number) * noise }[name] ?? product; // prettier-ignore
    }
  }
  for (const [name, column] of Object.entries(kernel.outputs)) column[at] = before.columns[name]?.[at] as number;
  kernel.run(at + 1, steps + 1);
  return kernel.outputs;
}

const cases = rules.flatMap((rule) =>
  Object.entries({ default: rule, ...rule.variants }).flatMap(([variant, { formula }]) =>
    Object.keys(rule.hyper).map((name) => [`${rule.id} ${variant}, ${name}`, { rule, formula, name }] as const),
  ),
);

describe('a run with an intervention', () => {
  test.each(cases)('%s: is the run until then, and from there what follows by hand, to the bit', (_, item) => {
    const settings = settingsOf(item.rule, item.formula);
    const { name } = item;
    const usual = { lr: settings.lr, mu: settings.mu, ...settings.rule.values }[name] as number;
    const value = otherValue(name, usual);
    const changed = simulate('test', { ...settings, interventions: [{ step: at, name, value }] });
    const untouched = simulate('test', settings);
    expect([untouched.steps, changed.steps]).toEqual([steps, steps]);

    const given = { ...settings, ...(name === 'lr' ? { lr: value } : name === 'mu' ? { mu: value } : {}) };
    const rule = { ...settings.rule, values: { ...settings.rule.values, [name]: value } };
    const after = continued({ ...given, rule: name in settings.rule.values ? rule : settings.rule }, untouched);
    for (const column of Object.keys(after)) {
      const found = changed.columns[column] as Float64Array;
      expect(found.subarray(0, at + 1), column).toEqual(untouched.columns[column]?.subarray(0, at + 1));
      expect(found.subarray(at + 1), column).toEqual(after[column]?.slice(at + 1, steps + 1));
    }
    const [own, scheduled] = [changed.columns[name], name === 'lr'];
    for (const s of [0, at - 1, at, steps])
      expect(own?.[s]).toBe((s < at ? usual : value) * (scheduled ? Math.exp(-rate * s) : 1));
    expect(simulate('test', settings)).toEqual(untouched);
  });

  test.each(cases)('%s: the inspector uses what holds at its step', (_, { rule, formula, name }) => {
    const plain = settingsOf(rule, formula);
    const usual = { lr: plain.lr, mu: plain.mu, ...plain.rule.values }[name] as number;
    const once = otherValue(name, usual);
    const interventions = [
      { step: at, name, value: once },
      { step: at + 30, name, value: otherValue(name, once) },
    ];
    const settings = { ...plain, interventions };
    const run = simulate('test', settings);
    for (const n of [1, at, at + 1, at + 2, at + 30, at + 31, steps]) {
      const { after, statements } = inspectStep(settings, run, n);
      for (const [column, value] of Object.entries(after))
        expect(value, `${column} after ${n}`).toBe(run.columns[column]?.[n]);
      const given = statements.flatMap(({ names }) => [...names]).filter(([known]) => known === name);
      for (const [, value] of given) expect(value.x).toBe(run.columns[name]?.[n - 1]);
    }
  });
});

const momentum = rules.find(({ id }) => id === 'momentum') as (typeof rules)[number];
const constant = { ...settingsOf(momentum, momentum.formula), schedule: { formula: 'lr', values: {} }, noise: 0 };

test('lr halved at a step is the step schedule with factor 0.5, for that stretch', () => {
  const schedule = { formula: 'lr*factor^floor(s/every)', values: { factor: 0.5, every: at } };
  const scheduled = simulate('test', { ...constant, schedule });
  const halved = simulate('test', { ...constant, interventions: [{ step: at, name: 'lr', value: constant.lr / 2 }] });
  for (const name of ['x', 'y', 'loss', 'v.x', 'v.y'])
    expect(halved.columns[name]?.subarray(0, 2 * at + 1), name).toEqual(
      scheduled.columns[name]?.subarray(0, 2 * at + 1),
    );
  expect(halved.columns['lr']?.subarray(0, 2 * at)).toEqual(scheduled.columns['lr']?.subarray(0, 2 * at));
  expect(halved.columns['x']?.[2 * at + 1]).not.toBe(scheduled.columns['x']?.[2 * at + 1]);
});

test('mu raised by hand from 0.5 to 0.99 in ten changes is the column that they describe', () => {
  const mus = Array.from({ length: 11 }, (_, i) => 0.5 + 0.049 * i);
  const [first, ...others] = mus as [number, ...number[]];
  const interventions = others.map((value, i): Intervention => ({ step: 10 * (i + 1), name: 'mu', value }));
  const loss = { formula: 'x^2 + 3*y^2', params: [], values: {} };
  const { columns } = simulate('test', { ...constant, loss, lr: 0.01, mu: first, start: [1, -1], interventions });
  const expected = Array.from({ length: steps + 1 }, (_, s) => mus[Math.min(10, Math.floor(s / 10))] as number);
  expect([...(columns['mu'] as Float64Array)]).toEqual(expected);
  let [x, v] = [1, 0];
  for (let s = 0; s < steps; s += 1) {
    v = (expected[s] as number) * v - 0.01 * (columns['gx']?.[s] as number);
    x += v;
    expect(columns['x']?.[s + 1]).toBe(x);
  }
});

test('the run of a rule that is stopped ends in its stretch', () => {
  const run = (value: number): Run =>
    simulate('test', { ...constant, interventions: [{ step: at, name: 'lr', value }] });
  expect(run(1e9)).toMatchObject({ status: 'diverged' });
  expect(run(1e9).steps).toBeGreaterThanOrEqual(at);
  expect(run(1e9).steps).toBeLessThan(at + 10);
});
