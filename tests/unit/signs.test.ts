import { describe, expect, it } from 'vitest';
import { stepLoop } from '../../src/engine/compile.ts';
import { reachable } from '../../src/formula/graph.ts';
import { ruleOf } from '../../src/optimizers/catalog.ts';
import { neverNegative, type Range } from '../../src/sweep/signs.ts';
import { surfaceOf } from '../../surfaces/catalog.ts';

/** Of the roots in a rule's step on Rosenbrock, how many have an argument that is proven, and how many there are. */
function roots(
  formula: string,
  state: readonly string[],
  hyper: readonly string[],
  range: (name: string) => Range | undefined,
) {
  const { formula: of } = surfaceOf('rosenbrock');
  const loss = { formula: of, params: ['a', 'b'], values: { a: 1, b: 100 } };
  const { loop, powers } = stepLoop(loss, { formula, state, hyper }, false);
  const both = state.flatMap((name) => [`${name}.x`, `${name}.y`]);
  const own = loop.outputs.filter(({ name }) => ['x', 'y', ...both].includes(name));
  const rangeOf = (input: string): Range | undefined => range((powers.get(input)?.name ?? input).replace('h.', ''));
  const proven = neverNegative(own, both, rangeOf);
  const all = reachable(own.map(({ node }) => node)).filter(({ op }) => op === 'sqrt');
  return [all.filter(({ args: [argument] }) => argument !== undefined && proven.has(argument)).length, all.length];
}

const decays = (name: string): Range | undefined =>
  name.startsWith('beta') || name === 'decay_rate' ? 'unit' : name === 'eps' ? 'positive' : undefined;

describe('numbers that are never negative', () => {
  it.each(['adam', 'rmsprop', 'adagrad'] as const)(
    'the running squares of %s, where rates of decay are from 0 to 1',
    (id) => {
      const { formula, state, hyper } = ruleOf(id);
      const names = Object.keys(hyper).filter((name) => name !== 'lr');
      expect(roots(formula, state, names, decays)).toEqual([2, 2]);
    },
  );
  it('nothing is known of them where a rate of decay may be above 1', () => {
    const { formula, state, hyper } = ruleOf('adam');
    const names = Object.keys(hyper).filter((name) => name !== 'lr');
    expect(roots(formula, state, names, (name) => (name === 'beta2' ? 'positive' : decays(name)))).toEqual([0, 2]);
  });
  it.each([
    ['a state that takes the gradient itself', 's = s + g\nx = x - lr*g/(sqrt(s) + 1)', ['s']],
    ['a state that takes another which may be negative', 's = s + t*c\nc = g\nx = x - lr*sqrt(s)', ['s', 'c']],
    ['a difference', 'x = x - lr*sqrt(1 - g^2)', []],
    ['a constant below 0', 'x = x - lr*sqrt(g^2 - 0.5)', []],
  ])('not %s', (_, formula, state) => {
    expect(roots(formula, state, [], decays)).toEqual([0, 2]);
  });
});
