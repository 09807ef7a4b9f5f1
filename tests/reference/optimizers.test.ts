import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import type { Run } from '../../src/engine/run.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { openingRules, type RuleId, ruleOf } from '../../src/optimizers/catalog.ts';
import reference from './optimizers.json' with { type: 'json' };
import { at, expectNear, expectSameRun, settingsOf } from './replay.ts';

type Case = (typeof reference.cases)[number];

const variants = (id: RuleId): string[] => ['default', ...Object.keys(ruleOf(id).variants)];

const titled = reference.cases.map((item) => ({
  title: `${item.optimizer} on ${item.surface}, ${item.schedule.kind}`,
  item,
}));

describe(`${reference.source}: 40 cases`, () => {
  it('has them all: with a schedule too where the usual form is also the one of PyTorch', () => {
    const isOther = (id: RuleId): boolean => Object.hasOwn(ruleOf(id).variants, 'pytorch');
    const four = (id: RuleId, kind: string): string[] => Array<string>(4).fill(`${id} ${kind}`);
    const all = openingRules.flatMap(({ id }) => [...four(id, 'constant'), ...(isOther(id) ? [] : four(id, 'step'))]);
    expect(titled).toHaveLength(40);
    expect(reference.cases.map(({ optimizer, schedule }) => `${optimizer} ${schedule.kind}`).sort()).toEqual(
      all.sort(),
    );
  });

  it.each(titled)('$title', ({ item }) => expectSameRun(item));

  it.each(titled)('$title: loss and gradient at the start', ({ item }) => {
    const [x, y] = item.start as [number, number];
    const { loss, gx, gy } = fieldOf(item.formula, []).at({}, x, y);
    expectNear(loss, item.startLoss, 1e-12, 'loss');
    item.startGradient.forEach((value, i) => expectNear([gx, gy][i] as number, value, 1e-12, `gradient ${i}`));
    const run = simulate(item.optimizer, settingsOf(item));
    expect([at(run, 'loss', 0), at(run, 'gx', 0), at(run, 'gy', 0)]).toEqual([loss, gx, gy]);
  });
});

const constant = reference.cases.filter(({ schedule }) => schedule.kind === 'constant');
const casesOf = (id: RuleId) => constant.filter(({ optimizer }) => optimizer === id);

const expectSamePath = (a: Run, b: Run, within = 1e-9): void => {
  for (const name of ['x', 'y', 'loss'])
    for (let row = 0; row <= a.steps; row += 1)
      expectNear(at(a, name, row), at(b, name, row), within, `${name} at ${row}`);
};

describe('variants', () => {
  it.each(openingRules.map(({ id }) => id))('%s: each is a form of its own, in both languages', (id) => {
    const { formula, label, variants: others } = ruleOf(id);
    const formulas = [formula, ...Object.values(others).map((variant) => variant.formula)];
    expect(new Set(formulas).size).toBe(formulas.length);
    for (const text of [label, ...Object.values(others).map((variant) => variant.label)])
      expect([text.en.length, text.zh.length]).not.toContain(0);
    for (const variant of variants(id))
      expect(simulate(id, settingsOf(casesOf(id)[0] as Case, variant)).status).not.toBe('undefined');
  });

  it.each(casesOf('momentum'))('momentum on $surface: lr inside or outside the velocity is the same path', (item) => {
    const [own, theirs] = ['default', 'pytorch'].map((variant) => simulate('momentum', settingsOf(item, variant)));
    expectSamePath(own as Run, theirs as Run);
  });

  it('momentum: the two part where lr changes', () => {
    const item = { ...(casesOf('momentum')[0] as Case), schedule: { kind: 'step', factor: 0.5, every: 20 } };
    const [own, theirs] = ['default', 'pytorch'].map((variant) =>
      simulate('momentum', settingsOf(item as Case, variant)),
    );
    expect(Math.abs(at(own as Run, 'x', 20) - at(theirs as Run, 'x', 20))).toBeLessThan(1e-9);
    expect(Math.abs(at(own as Run, 'x', 25) - at(theirs as Run, 'x', 25))).toBeGreaterThan(1e-4);
  });

  it.each(casesOf('nesterov'))('nesterov on $surface: the default is the PyTorch form while lr is constant', (item) => {
    const [own, theirs] = ['default', 'pytorch'].map((variant) => simulate('nesterov', settingsOf(item, variant)));
    expectSamePath(own as Run, theirs as Run);
  });

  it.each(casesOf('nesterov'))(
    'nesterov on $surface: the look-ahead point x + mu*v is the x of the default',
    (item) => {
      const [own, ahead] = ['default', 'lookahead'].map((variant) => simulate('nesterov', settingsOf(item, variant)));
      const mu = (item.hyper as { mu: number }).mu;
      for (const axis of ['x', 'y'])
        for (let row = 0; row <= item.steps; row += 1) {
          const point = at(ahead as Run, axis, row) + mu * at(ahead as Run, `v.${axis}`, row);
          expectNear(point, at(own as Run, axis, row), 1e-9, `${axis} at ${row}`);
        }
    },
  );

  it('adam without correction starts with a step that is (1 − beta1)/√(1 − beta2) times as long', () => {
    const item = casesOf('adam')[0] as Case;
    const [own, raw] = ['default', 'uncorrected'].map((variant) => simulate('adam', settingsOf(item, variant)));
    const length = (run: Run): number => at(run, 'x', 1) - at(run, 'x', 0);
    expect(length(raw as Run) / length(own as Run)).toBeCloseTo((1 - 0.9) / Math.sqrt(1 - 0.999), 6);
  });

  it.each(['adagrad', 'rmsprop', 'adam'] as const)(
    '%s: eps inside the root matters where the gradient is small',
    (id) => {
      const item = { ...(casesOf(id)[1] as Case), formula: '1e-5*(x + y)' };
      const [outside, inside] = ['default', 'epsInside'].map((variant) =>
        simulate(id, settingsOf(item as Case, variant)),
      );
      const length = (run: Run): number => Math.abs(at(run, 'x', 1) - at(run, 'x', 0));
      expect(length(inside as Run)).toBeLessThan(0.5 * length(outside as Run));
    },
  );
});
