import { expect, test } from 'vitest';
import { inspectStep } from '../../src/engine/inspect.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { en } from '../../src/i18n/en.ts';
import { readable } from '../../src/state/status.ts';
import { factsOf } from '../../src/ui/inspect/facts.ts';

const settings: Settings = {
  loss: { formula: 'x^2 + 4*y^2', params: [], values: {} },
  rule: { formula: 'g = grad(x + mu*v); v = mu*v - lr*g; x = x + v', state: ['v'], hyper: [], values: {} },
  lr: 0.125,
  mu: 0.5,
  schedule: { formula: 'lr', values: {} },
  muSchedule: { formula: 'mu', values: {} },
  start: [1, -1],
  steps: 4,
  seed: 1,
  noise: 0,
  domain: [-2, 2, -2, 2],
  minima: undefined,
};
const text = en.inspect;

test('a step comes to its gradients, its state, the move, the rate and the relative size', () => {
  const step = inspectStep(settings, simulate('it', settings), 1);
  expect(factsOf(step, ['v'], text)).toEqual([
    [text.ahead, '(2, -8) at (1, -1)'],
    [text.after('v'), '(-0.25, 1)'],
    [text.update, '(-0.25, 1)'],
    [text.rate, '0.125'],
    [text.ratio, readable(Math.hypot(0.25, 1) / Math.hypot(1, 1))],
  ]);
});

test('with noise, also what the rule got and what the noise was', () => {
  const noisy = { ...settings, noise: 0.5 };
  const step = inspectStep(noisy, simulate('it', noisy), 1);
  const [gradient] = step.gradients;
  const pair = ({ x, y }: { x: number; y: number }): string => `(${readable(x)}, ${readable(y)})`;
  const facts = factsOf(step, ['v'], text);
  expect(facts[0]).toEqual([text.ahead, '(2, -8) at (1, -1)']);
  expect(facts[1]).toEqual([text.noisy, pair(gradient?.given ?? { x: NaN, y: NaN })]);
  expect(facts[2]).toEqual([text.noise, pair(step.noise ?? { x: NaN, y: NaN })]);
});

test('what is not finite is a sign or words', () => {
  const rule = { ...settings.rule, formula: 'v = g/(t - 1); x = x - v*0', state: ['v'] };
  const stopped = { ...settings, rule, start: [1, -1] as const };
  const facts = factsOf(inspectStep(stopped, simulate('it', stopped), 1), ['v'], text);
  expect(facts.slice(1)).toEqual([
    [text.after('v'), '(∞, -∞)'],
    [text.update, text.notNumber],
    [text.rate, text.notNumber],
    [text.ratio, text.notNumber],
  ]);
});

test('a coordinate without a slope has no effective rate, the origin no relative size', () => {
  const still = { ...settings, start: [0, 0] as const };
  const facts = factsOf(inspectStep(still, simulate('it', still), 1), ['v'], text);
  expect(facts.slice(2)).toEqual([
    [text.update, '0'],
    [text.rate, text.undefinedRate],
  ]);
});
