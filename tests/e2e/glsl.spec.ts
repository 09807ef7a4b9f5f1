import { surfaces } from '../../surfaces/catalog.ts';
import { fieldOf } from '../../src/engine/field.ts';
import { functions } from '../../src/formula/functions.ts';
import { agreements, type Question } from './glsl/agreement.ts';
import { expect, test } from './page.ts';

const question = (formula: string, domain: Question['domain'] = [-2.3, 2.9, -1.7, 3.1]): Question => ({
  field: fieldOf(formula, []),
  params: {},
  domain,
});

/** Every surface at its default parameters, and again with every parameter half-way to the end of its slider. */
const everySurface = surfaces.flatMap(({ id, formula, params, domain }) => {
  const field = fieldOf(formula, Object.keys(params));
  const settings = { default: 0, moved: 0.5 };
  return Object.entries(settings).map(([name, part]) => {
    const chosen = Object.entries(params).map(
      ([key, { initial, max }]) => [key, initial + part * (max - initial)] as const,
    );
    return { name: `${id}, ${name} parameters`, field, params: Object.fromEntries(chosen), domain };
  });
});

test('the surface that is drawn is the surface that is descended: value and gradient of every surface', async ({
  page,
}) => {
  const found = await agreements(page, everySurface);
  expect(found.length).toBeGreaterThan(surfaces.length);
  found.forEach(({ wrong, worst, loose }, i) => {
    expect.soft(wrong, `${everySurface[i]?.name}: ${worst}`).toBe(0);
    expect.soft(loose, everySurface[i]?.name).toBeLessThan(0.05);
  });
});

const positive = [0.11, 3.7, 0.23, 2.9] as const;
const unit = [-0.97, 0.93, -0.9, 0.95] as const;
const domains: Partial<Record<string, Question['domain']>> = {
  sqrt: positive,
  log: positive,
  log2: positive,
  log10: positive,
  asin: unit,
  acos: unit,
  tan: unit,
};

test('every function of the language', async ({ page }) => {
  const list = Object.entries(functions).flatMap(([name, [least]]) => {
    const formula = least === 1 ? `${name}(x) + 2*${name}(y)` : `${name}(x, y)`;
    return [{ name, ...question(formula, name === 'pow' ? positive : domains[name]) }];
  });
  const found = await agreements(page, list);
  found.forEach(({ wrong, worst }, i) => expect.soft(wrong, `${list[i]?.name}: ${worst}`).toBe(0));
});

test('the cases on which formula languages differ', async ({ page }) => {
  const list = ['-x^2 + y', 'x^2^3/100 + y', '2^3^2 + x*y', '2^-1*x*y', '2x + 3(y + 1)', 'x^3*y', '(-x)^5 + y^-2'];
  const found = await agreements(
    page,
    list.map((formula) => question(formula)),
  );
  found.forEach(({ wrong, worst }, i) => expect.soft(wrong, `${list[i]}: ${worst}`).toBe(0));
});

test('the points at which derivatives are a convention, or do not exist', async ({ page }) => {
  const ackley = '-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e + 20';
  const list = [
    { formula: 'max(x, y) + 3*min(x, y)', point: [1.5, 1.5], gradient: [2, 2] },
    { formula: 'max(x, y, 1.5)', point: [1.5, 0], gradient: [0.5, 0] },
    { formula: 'abs(x) + abs(y)', point: [0, -2], gradient: [0, -1] },
    { formula: 'relu(x) + relu(y)', point: [0, 2], gradient: [0, 1] },
    { formula: 'floor(x) + sign(y)', point: [1, 0], gradient: [0, 0] },
    { formula: ackley, point: [0, 0], gradient: [NaN, NaN] },
  ] as const;
  const questions = list.map(({ formula, point: [x, y] }) => question(formula, [x, x, y, y]));
  const found = await agreements(page, questions);
  list.forEach(({ formula, point: [x, y], gradient: [gx, gy] }, i) => {
    expect.soft(questions[i]?.field.at({}, x, y), formula).toMatchObject({ gx, gy });
    expect.soft(found[i]?.wrong, `${formula}: ${found[i]?.worst}`).toBe(0);
  });
});

test('a wrong shader is noticed', async ({ page }) => {
  const exact = question('(1 - x)^2 + 100*(y - x^2)^2');
  const wrong = (from: string, to: string): Question => ({
    ...exact,
    tamper: (shader) => {
      expect(shader).toContain(from);
      return shader.replace(from, to);
    },
  });
  const found = await agreements(page, [
    wrong('vec4(loss, gx, gy, 1.0)', 'vec4(loss, -gx, gy, 1.0)'),
    wrong('vec4(loss, gx, gy, 1.0)', 'vec4(loss * 1.00001, gx, gy, 1.0)'),
    wrong('100.0', '100.001'),
  ]);
  for (const { wrong } of found) expect(wrong).toBeGreaterThan(2000);
});
