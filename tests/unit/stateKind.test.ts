import { expect, test } from 'vitest';
import { stateKinds } from '../../src/engine/stateKind.ts';
import { type RuleId, ruleOf } from '../../src/optimizers/catalog.ts';

const kindsOf = (id: RuleId, variant = 'default'): Record<string, string> => {
  const { state, hyper, formula, variants } = ruleOf(id);
  const values = Object.fromEntries(Object.entries(hyper).map(([name, { initial }]) => [name, initial]));
  const own = Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu');
  return Object.fromEntries(stateKinds({ formula: variants[variant]?.formula ?? formula, state, hyper: own }, values));
};

test('a velocity points down the slope, a memory of gradients up it, and squares are sizes', () => {
  expect(kindsOf('sgd')).toEqual({});
  expect(kindsOf('momentum')).toEqual({ v: 'velocity' });
  expect(kindsOf('momentum', 'pytorch')).toEqual({ v: 'gradient' });
  expect(kindsOf('nesterov')).toEqual({ v: 'velocity' });
  expect(kindsOf('nesterov', 'lookahead')).toEqual({ v: 'velocity' });
  expect(kindsOf('adagrad')).toEqual({ cache: 'size' });
  expect(kindsOf('rmsprop')).toEqual({ cache: 'size' });
  expect(kindsOf('adam')).toEqual({ m: 'gradient', v: 'size' });
});

const typed = (formula: string, state: string[]): string | undefined =>
  stateKinds({ formula, state, hyper: [] }, {}).get(state[0] as string);

test('states of typed rules', () => {
  expect(typed('u = max(0.9*u, abs(g)); x = x - lr*g/u', ['u'])).toBe('size');
  expect(typed('n = n + 1; x = x - lr*g/n', ['n'])).toBe('size');
  expect(typed('s = 0.9*s + sign(g)*(1 - 0.9^t); x = x - lr*s', ['s'])).toBe('gradient');
  expect(typed('p = x; x = x - lr*g', ['p'])).toBe('velocity');
  expect(typed('d = x - d; x = x - lr*grad(x + d)', ['d'])).toBe('velocity');
  expect(typed('u = log(g); x = x - lr*u', ['u'])).toBe('velocity');
});
