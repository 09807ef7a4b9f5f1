import { describe, expect, it } from 'vitest';
import { buildStep } from '../../src/engine/step.ts';
import { furtherRules, isRuleId, ruleOf, rules } from '../../src/optimizers/catalog.ts';
import { hyperOf, ruleIn } from '../../src/state/rule.ts';
import { initialRunner, readScene } from '../../src/state/scene.ts';
import { ruleHyper, ruleState } from '../../src/state/typed.ts';
import { apart, ciede2000, contrast, grounds, leastApart, type Sight } from './vision.ts';

const typed = readScene({
  optimizers: [
    { id: 'one', rule: 'x = x - lr*g*k', lr: 0.1, k: 3 },
    { id: 'two', rule: 'x = x - lr*sign(g)' },
    { id: 'three', rule: 'x = x - lr*g/2' },
  ],
}).scene.optimizers;

const marks = [...rules, ...typed.map((runner) => ruleIn(runner, typed))].map(({ id, mark }) => ({ id, mark }));

describe('the catalog of optimizers', () => {
  it('finds every rule by its id, and nothing else', () => {
    for (const rule of rules) expect([ruleOf(rule.id), isRuleId(rule.id)]).toEqual([rule, true]);
    for (const id of ['tiger', '__proto__', 'constructor', 3, undefined]) expect(isRuleId(id)).toBe(false);
  });

  it.each(rules)('$id states exactly the names that its formulas use', (rule) => {
    for (const formula of [rule.formula, ...Object.values(rule.variants).map((variant) => variant.formula)]) {
      const used = [...ruleHyper(formula, rule.state)].sort();
      expect(used).toEqual(Object.keys(rule.hyper).sort());
      expect(rule.state).toEqual(expect.arrayContaining(ruleState(formula)));
    }
  });

  it('takes one gradient a step, in every form but one that asks for its own', () => {
    const counted = rules.flatMap(({ id, state, hyper, formula, variants }) =>
      Object.entries({ default: { formula }, ...variants }).map(([variant, form]) => {
        const rule = {
          formula: form.formula,
          state,
          hyper: Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu'),
        };
        return [`${id} ${variant}`, buildStep({ formula: 'x^2 + y^2', params: [] }, rule, false).evaluations];
      }),
    );
    expect(counted.filter(([, count]) => count !== 1)).toEqual([]);
  });
});

describe('marks', () => {
  it.each(marks)('$id stands out on both grounds', ({ mark }) => {
    for (const { theme, ground, least } of grounds) expect(contrast(mark[theme], ground)).toBeGreaterThanOrEqual(least);
  });

  it('differ in colour, shape and dash', () => {
    const first = marks.slice(0, rules.length + 2);
    for (const part of ['light', 'dark', 'glyph', 'dash'] as const)
      expect(new Set(first.map(({ mark }) => String(mark[part]))).size, part).toBe(first.length);
  });

  it('are all different where there are more typed rules than colours for them', () => {
    expect(new Set(marks.map(({ mark }) => JSON.stringify(mark))).size).toBe(marks.length);
  });

  it('measures colours as the literature does', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(ciede2000([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619])).toBeCloseTo(2.0373, 4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });

  it.each(Object.entries(leastApart) as [Sight, number][])(
    'those of the further rules are far from all others in colour, %s sight',
    (sight, least) => {
      for (const theme of ['light', 'dark'] as const)
        for (const { id, mark } of furtherRules)
          for (const other of marks.filter((each) => each.id !== id))
            expect(apart(mark[theme], other.mark[theme], sight), `${id} and ${other.id}, ${theme}`).toBeGreaterThan(
              least,
            );
    },
  );

  it('do not depend on who asked first', () => {
    const fresh = readScene({ optimizers: typed }).scene;
    for (const runner of fresh.optimizers) hyperOf(runner, 'lr');
    const colours = fresh.optimizers.map((runner) => ruleIn(runner, fresh.optimizers).mark.light);
    expect(colours.slice(0, 2)).toEqual(marks.slice(rules.length, rules.length + 2).map(({ mark }) => mark.light));
  });
});

describe('a runner’s rule', () => {
  it('is the catalog’s, or what was typed', () => {
    const adam = initialRunner('adam', { id: 'rosenbrock', params: {} });
    expect(ruleIn(adam)).toBe(ruleOf('adam'));
    expect(hyperOf(adam, 'beta2')).toBe(0.999);
    expect(hyperOf({ id: 'adam', lr: 1, variant: 'default' }, 'beta2')).toBe(0.999);
    const [one] = typed;
    expect(one && ruleIn(one)).toMatchObject({ id: 'one', formula: 'x = x - lr*g*k', state: [] });
    expect(one && [hyperOf(one, 'k'), Object.keys(ruleIn(one).hyper)]).toEqual([3, ['lr', 'k']]);
  });
});
