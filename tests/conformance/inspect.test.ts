import { describe, expect, test } from 'vitest';
import { surfaces } from '../../surfaces/catalog.ts';
import { batchesOf } from '../../src/engine/batch.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { type InspectedGradient, type Inspection, inspectStep } from '../../src/engine/inspect.ts';
import type { Run } from '../../src/engine/run.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { apply } from '../../src/formula/operations.ts';
import type { Expression } from '../../src/formula/syntax.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { suggestedRate } from '../../src/state/initial.ts';

const axes = ['x', 'y'] as const;
const binary = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '^': 'pow' } as const;
const steps = 120;

const initials = (quantities: Readonly<Record<string, { readonly initial: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(quantities).map(([name, { initial }]) => [name, initial]));

/** What a filled `grad(…)` is worth, given what it was written as and the number in its parentheses. */
type GradientAt = (argument: Expression, at: number) => number;

const product = (base: number, factors: number): number =>
  Array.from({ length: factors }).reduce<number>((total) => total * base, 1);

const power = (base: number, exponent: number, written: Expression): number => {
  if (written.kind === 'name' && written.name === 't') return product(base, exponent);
  if (exponent === 4) return base * base * (base * base);
  return [2, 3].includes(exponent) ? product(base, exponent) : base ** exponent;
};

/** Plain arithmetic on a filled expression; `written` tells a power of t, which is a running product, from other powers. */
function evaluate(written: Expression, filled: Expression, gradient: GradientAt): number {
  if (filled.kind === 'number') return filled.value;
  if (filled.kind === 'negate')
    return -evaluate(written.kind === 'negate' ? written.of : filled.of, filled.of, gradient);
  if (filled.kind === 'binary' && written.kind === 'binary') {
    const [a, b] = [evaluate(written.left, filled.left, gradient), evaluate(written.right, filled.right, gradient)];
    return filled.operator === '^' ? power(a, b, written.right) : apply(binary[filled.operator], [a, b]);
  }
  if (filled.kind === 'call' && written.kind === 'call') {
    const args = filled.args.map((argument, i) => evaluate(written.args[i] as Expression, argument, gradient));
    return filled.name === 'grad'
      ? gradient(written.args[0] as Expression, args[0] as number)
      : apply(filled.name as 'sqrt', args);
  }
  throw new Error(`nothing but numbers is left in a filled expression, found ${filled.kind}`);
}

const expectGradients = ({ gradients, before, noise, batch }: Inspection, { loss }: Settings, run: Run): void => {
  expect(gradients).toHaveLength(run.evaluations);
  for (const { argument, point, exact, given } of gradients) {
    const { gx, gy } = fieldOf(loss.formula, loss.params).at(loss.values, point.x, point.y);
    expect(exact).toEqual({ x: gx, y: gy });
    if (batch === undefined)
      expect(given).toEqual(noise === undefined ? exact : { x: exact.x + noise.x, y: exact.y + noise.y });
    if (argument !== undefined) continue;
    expect(point).toEqual({ x: before['x'], y: before['y'] });
    expect(exact).toEqual({ x: before['gx'], y: before['gy'] });
  }
};

const expectFilled = ({ statements, gradients }: Inspection): void => {
  for (const { statement, filled, value } of statements)
    for (const axis of axes) {
      const gradient: GradientAt = (argument, at) => {
        const taken = gradients.find((each) => each.argument === argument) as InspectedGradient;
        expect(at).toBe(taken.point[axis]);
        return taken.given[axis];
      };
      expect(evaluate(statement.value, filled[axis], gradient)).toBe(value[axis]);
    }
};

const expectAssigned = ({ statements, after }: Inspection): void => {
  const assigned = new Map(statements.map(({ statement, value }) => [statement.name, value]));
  for (const axis of axes) expect(assigned.get('x')?.[axis]).toBe(after[axis]);
  for (const [name, value] of assigned)
    for (const axis of axes)
      if (`${name}.${axis}` in after) expect(value[axis], `${name}.${axis}`).toBe(after[`${name}.${axis}`]);
};

const expectStep = (settings: Settings, run: Run, n: number): void => {
  const inspection = inspectStep(settings, run, n);
  for (const [name, column] of Object.entries(run.columns)) {
    expect(inspection.before[name], `${name} before ${n}`).toBe(column[n - 1]);
    const isInput = ['lr', 'mu', 'nx', 'ny'].includes(name);
    if (!isInput) expect(inspection.after[name], `${name} after ${n}`).toBe(column[n]);
  }
  const given = inspection.statements.flatMap(({ names }) => [...names]);
  for (const [name, value] of given)
    if (name === 'lr' || name === 'mu') expect(value.y, name).toBe(run.columns[name]?.[n - 1]);
  expectGradients(inspection, settings, run);
  expectFilled(inspection);
  expectAssigned(inspection);
};

const shown = ['rosenbrock', 'ackley', 'goldstein-price', 'kink', 'griewank', 'plateau', 'regression-raw'];

const cases = surfaces
  .filter(({ id }) => shown.includes(id))
  .flatMap((surface) =>
    rules.flatMap((rule) =>
      Object.entries({ default: rule, ...rule.variants }).map(
        ([variant, { formula }]) => [`${surface.id} × ${rule.id} × ${variant}`, { surface, rule, formula }] as const,
      ),
    ),
  );

describe('every number of an inspected step is the run’s, to the bit', () => {
  test.each(cases)('%s', (_title, { surface, rule, formula }) => {
    const values = initials(surface.params);
    const { lr: _, mu = 0, ...hyper } = initials(rule.hyper) as { lr: number; mu?: number } & Record<string, number>;
    const sizes = surface.samples === undefined ? [undefined] : [undefined, 4];
    for (const [noise, size] of [0, 0.1].flatMap((each) => sizes.map((some) => [each, some] as const))) {
      const batch = surface.samples && size !== undefined ? { batch: batchesOf(surface.samples, size) } : {};
      const settings: Settings = {
        loss: { formula: surface.formula, params: Object.keys(surface.params), values, ...batch },
        rule: { formula, state: rule.state, hyper: Object.keys(hyper), values: hyper },
        // A tenth, because what is suggested suits the default form and the mu that does not rise.
        lr: suggestedRate(surface.id, rule.id) / 10,
        mu,
        schedule: { formula: 'lr*factor^floor(s/every)', values: { factor: 0.5, every: 30 } },
        muSchedule: { formula: 'from + (to - from)*min(s/over, 1)', values: { from: 0.5, to: 0.99, over: 70 } },
        start: surface.starts[0] as readonly [number, number],
        steps,
        seed: 7,
        noise,
        domain: surface.domain,
        minima: [],
      };
      const run = simulate(rule.id, settings);
      expect(run.steps).toBe(steps);
      for (const n of [1, 2, 3, 31, 75, steps]) expectStep(settings, run, n);
    }
  });
});
