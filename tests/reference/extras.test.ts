import { describe, expect, it } from 'vitest';
import { furtherRules } from '../../src/optimizers/catalog.ts';
import { simulate } from '../../src/engine/simulate.ts';
import reference from './extras.json' with { type: 'json' };
import { at, expectNear, expectSameRun, settingsOf } from './replay.ts';

const forms = furtherRules.flatMap(({ id, variants }) =>
  ['default', ...Object.keys(variants)].map((variant) => `${id} ${variant}`),
);

describe(`${reference.source}: every form`, () => {
  it('has every form of the further optimizers, on three surfaces and with a schedule', () => {
    const had = reference.cases.map(({ optimizer, variant }) => `${optimizer} ${variant}`);
    expect(new Set(had)).toEqual(new Set(forms));
    expect(had).toHaveLength(4 * forms.length);
  });

  it.each(reference.cases)('$optimizer $variant on $surface, $schedule.kind, by $by', (item) =>
    expectSameRun(item, item.variant),
  );

  it('says the class where the rule names one', () => {
    for (const { optimizer, variant, by } of reference.cases) {
      const rule = furtherRules.find(({ id }) => id === optimizer);
      const torch = variant === 'default' ? rule?.torch : rule?.variants[variant]?.torch;
      expect(by, `${optimizer} ${variant}`).toBe(torch === undefined ? 'transcription' : `torch.optim.${torch.name}`);
    }
  });
});

const caseOf = (optimizer: string) => {
  const found = reference.cases.find((item) => item.optimizer === optimizer);
  if (found === undefined) throw new Error(`no case of ${optimizer}`);
  return found;
};

describe('what the rules say about one another', () => {
  it('a mean of gradients takes the path of momentum with lr·(1 − mu)', () => {
    const item = caseOf('ema');
    const { lr = NaN, mu = NaN } = item.hyper as { lr?: number; mu?: number };
    const mean = simulate('ema', settingsOf(item));
    const sum = simulate('momentum', settingsOf({ ...item, optimizer: 'momentum', hyper: { lr: lr * (1 - mu), mu } }));
    for (let row = 0; row <= item.steps; row += 1) expectNear(at(mean, 'x', row), at(sum, 'x', row), 1e-9, `x ${row}`);
  });

  it('NAdam with a large momentum_decay is the plain form', () => {
    const item = caseOf('nadam');
    const settings = settingsOf({ ...item, hyper: { ...item.hyper, momentum_decay: 1e5 } });
    const formula = `
      m = beta1*m + (1 - beta1)*g
      v = beta2*v + (1 - beta2)*g^2
      h = beta1*m/(1 - beta1^t*beta1) + (1 - beta1)*g/(1 - beta1^t)
      x = x - lr*h/(sqrt(v/(1 - beta2^t)) + eps)`;
    const plain = { ...settings.rule, formula, state: ['m', 'v'], hyper: ['beta1', 'beta2', 'eps'] };
    const [own, other] = [simulate('nadam', settings), simulate('plain', { ...settings, rule: plain })];
    for (let row = 0; row <= item.steps; row += 1) expectNear(at(own, 'x', row), at(other, 'x', row), 1e-9, `x ${row}`);
  });

  it.each(['default', 'paper'])('RAdam, %s: a number for every beta2 below 1, with and without a slope', (variant) => {
    for (const formula of ['x^2 + 3*y^2', '0*x + 0*y', 'x + 0*y'])
      for (const beta2 of [0, 0.3, 0.5, 0.6, 0.62, 2 / 3, 0.7, 0.9, 0.99, 0.999, 0.999999]) {
        const item = caseOf('radam');
        const run = simulate('radam', settingsOf({ ...item, formula, hyper: { ...item.hyper, beta2 } }, variant));
        expect(run.steps, `${formula}, beta2 ${beta2}`).toBe(item.steps);
        expect(
          [...(run.columns['x'] as Float64Array), ...(run.columns['y'] as Float64Array)].every(Number.isFinite),
        ).toBe(true);
      }
  });

  it('RAdam is plain momentum for five steps', () => {
    const item = { ...caseOf('radam'), formula: '0.25*x + 0.5*y' };
    const { columns } = simulate('radam', settingsOf(item));
    const moved = Array.from(
      { length: 7 },
      (_, row) => (columns['x']?.[row + 1] ?? NaN) - (columns['x']?.[row] ?? NaN),
    );
    for (const step of moved.slice(0, 5)) expect(step).toBeCloseTo(-0.25 * 0.02, 12);
    expect(Math.abs((moved[5] ?? NaN) + 0.25 * 0.02)).toBeGreaterThan(1e-3);
  });
});
