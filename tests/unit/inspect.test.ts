import { expect, test } from 'vitest';
import { type Inspection, inspectStep } from '../../src/engine/inspect.ts';
import type { Run } from '../../src/engine/run.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { printExpression } from '../../src/formula/print.ts';
import type { Expression } from '../../src/formula/syntax.ts';

const bowl: Settings = {
  loss: { formula: 'x^2 + k*y^2', params: ['k'], values: { k: 1 } },
  rule: { formula: 'v = mu*v - lr*g; x = x + v', state: ['v'], hyper: [], values: {} },
  lr: 0.25,
  mu: 0.5,
  schedule: { formula: 'lr', values: {} },
  muSchedule: { formula: 'mu', values: {} },
  start: [1, -2],
  steps: 4,
  seed: 1,
  noise: 0,
  domain: [-2, 2, -2, 2],
  minima: [{ x: 0, y: 0 }],
};

const inspected = (change: Partial<Settings>, n: number): Inspection & { run: Run } => {
  const settings = { ...bowl, ...change };
  const run = simulate('test', settings);
  return { ...inspectStep(settings, run, n), run };
};
const ruled = (formula: string, state: string[] = [], values: Record<string, number> = {}): Partial<Settings> => ({
  rule: { formula, state, hyper: Object.keys(values), values },
});
const lines = ({ statements }: Inspection, axis: 'x' | 'y'): string[] =>
  statements.map(
    ({ statement, filled, value }) => `${statement.name ?? ''} = ${printExpression(filled[axis])} = ${value[axis]}`,
  );

test('momentum by hand: two statements filled for each coordinate', () => {
  const second = inspected({}, 2);
  expect(lines(second, 'x')).toEqual(['v = 0.5*-0.5 - 0.25*1 = -0.5', 'x = 0.5 + -0.5 = 0']);
  expect(lines(second, 'y')).toEqual(['v = 0.5*1 - 0.25*-2 = 1', 'x = -1 + 1 = 0']);
  expect(second.before).toEqual({
    x: 0.5, y: -1, loss: 1.25, gx: 1, gy: -2, 'v.x': -0.5, 'v.y': 1, lr: 0.25, mu: 0.5,
  }); // prettier-ignore
  expect(second.after).toEqual({ x: 0, y: 0, loss: 0, gx: 0, gy: 0, 'v.x': -0.5, 'v.y': 1 });
  expect(second.gradients).toEqual([
    { argument: undefined, point: { x: 0.5, y: -1 }, exact: { x: 1, y: -2 }, given: { x: 1, y: -2 } },
  ]);
  expect(second.noise).toBeUndefined();
});

test('names have the number of their moment, and bare statements have none', () => {
  const first = inspected(ruled('a = g; g = a/2; a = a + g; a*pi; x = x - lr*a'), 1);
  expect(lines(first, 'x')).toEqual(['a = 2 = 2', 'g = 2/2 = 1', 'a = 2 + 1 = 3', ` = 3*pi = ${3 * Math.PI}`, 'x = 1 - 0.25*3 = 0.25']); // prettier-ignore
});

test('beta^t shows base and step, and counts as the running product', () => {
  const third = inspected(ruled('x = x - lr*g/(1 - beta^t)', [], { beta: 0.9 }), 3);
  const x = third.before['x'] as number;
  expect(lines(third, 'x')[0]).toBe(
    `x = ${x} - 0.25*${2 * x}/(1 - 0.9^3) = ${x - (0.25 * (2 * x)) / (1 - 0.9 * 0.9 * 0.9)}`,
  );
  expect(third.run.columns['x']?.[3]).toBe(third.after['x']);
});

test('the look-ahead point, the gradient there, and both gradients with noise', () => {
  const rule = ruled('g = (g + grad(x + mu*v))/2; v = mu*v - lr*g; x = x + v', ['v']);
  const { gradients, noise, before, run } = inspected({ ...rule, noise: 0.1 }, 2);
  expect(noise).toEqual({ x: run.columns['nx']?.[1], y: run.columns['ny']?.[1] });
  const [own, ahead] = gradients as [Inspection['gradients'][0], Inspection['gradients'][0]];
  expect(gradients).toHaveLength(run.evaluations);
  expect(own.argument).toBeUndefined();
  expect(own.exact.x).toBe(before['gx']);
  expect(printExpression(ahead.argument as NonNullable<typeof ahead.argument>)).toBe('x + mu*v');
  expect(ahead.point.x).toBe((before['x'] as number) + 0.5 * (before['v.x'] as number));
  expect(ahead.exact.x).toBe(2 * ahead.point.x);
  expect(ahead.given.y).toBe(ahead.exact.y + (noise?.y as number));
  expect(noise?.y).not.toBe(0);
});

test('update, effective rate and relative size', () => {
  const { update, rate, ratio } = inspected(ruled('x = x - lr*g'), 1);
  expect(update).toEqual({ x: -0.5, y: 1 });
  expect(rate).toEqual({ x: 0.25, y: 0.25 });
  expect(ratio).toBeCloseTo(0.5, 15);
  const flat = inspected({ ...ruled('x = x - lr*sign(g)'), loss: { ...bowl.loss, values: { k: 0 } } }, 1);
  expect(flat.rate).toEqual({ x: 0.125, y: undefined });
  expect(inspected({ ...ruled('x = x + 1'), start: [0, 0] }, 1)).toMatchObject({
    gradients: [],
    rate: { x: undefined, y: undefined },
    ratio: undefined,
  });
});

test('the step that stopped a run can be seen, those beyond it cannot', () => {
  const sharp = { ...ruled('x = x - lr*g/(1 - t/2)'), lr: 0.125 };
  const { after, statements, run } = inspected(sharp, 2);
  expect([run.steps, run.status, run.culprit]).toEqual([1, 'diverged', 'x']);
  expect([after['x'], after['y']]).toEqual([-Infinity, Infinity]);
  expect(printExpression(statements[0]?.filled.y as Expression)).toBe('-1 - 0.125*-2/(1 - 2/2)');
  for (const n of [0, 3, 1.5, NaN])
    expect(() => inspected(sharp, n)).toThrow(new RangeError(`step: expected 1 to 2, found ${n}`));
});
