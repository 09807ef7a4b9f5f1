import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { place, readable } from '../../src/state/status.ts';
import { expect, test } from './page.ts';
import { atRest, openPaused, runsOf, setScene } from './playground/page.ts';

test.use({ isPainted: false });

const text = en.inspect;

/** All facts of the open inspector, as text. */
const factsOf = async (page: Page): Promise<Record<string, string>> => {
  const facts = page.locator('.inspection dl');
  const [names, values] = [await facts.locator('dt').allTextContents(), await facts.locator('dd').allTextContents()];
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
};

/** The numbers of each filled line, without their signs, and what comes after its last equals sign. */
const linesOf = (page: Page) =>
  page.locator('.inspection .formula math').evaluateAll((lines) =>
    lines.map((line) => ({
      numbers: [...line.querySelectorAll('mn')].map((number) => Number(number.textContent)),
      result: (line.textContent ?? '').split(/[=←]/u).at(-1),
    })),
  );

const shown = (value: number): number => Number(value.toPrecision(4));

test('the inspector shows the step under the cursor, and all of its numbers are those of the run', async ({ page }) => {
  await openPaused(page);
  await setScene(page, { surface: { id: 'himmelblau', params: {} }, start: [0.5, -0.5], cursor: 7 });
  await page.getByRole('region', { name: 'Nesterov' }).getByText(text.title).click();
  const check = async (step: number): Promise<void> => {
    await expect(page.getByText(text.step(step))).toBeVisible();
    const { columns = {} } = (await runsOf(page)).find(({ id }) => id === 'nesterov') ?? {};
    const at = (name: string, row: number): number => columns[name]?.[row] ?? NaN;
    const [before, lr, mu] = [step - 1, at('lr', step - 1), at('mu', step - 1)];
    const axes = ['x', 'y'] as const;
    const pair = (along: (axis: 'x' | 'y') => number): string => place(along('x'), along('y'));
    const moved = (axis: 'x' | 'y'): number => at(axis, step) - at(axis, before);
    const isNoisy = 'nx' in columns;
    const noise = (axis: 'x' | 'y'): number => (isNoisy ? at(`n${axis}`, before) : 0);
    const given = (axis: 'x' | 'y'): number => at(`g${axis}`, before) + noise(axis);
    const size = Math.hypot(at('x', before), at('y', before));
    expect(await factsOf(page)).toEqual({
      [text.gradient]: pair((axis) => at(`g${axis}`, before)),
      ...(isNoisy ? { [text.noisy]: pair(given), [text.noise]: pair(noise) } : {}),
      [text.after('v')]: pair((axis) => at(`v.${axis}`, step)),
      [text.update]: pair(moved),
      [text.rate]: pair((axis) => -moved(axis) / given(axis)),
      [text.ratio]: readable(Math.hypot(moved('x'), moved('y')) / size),
    });
    const behind = pair((axis) => at(axis, before) - mu * at(`v.${axis}`, before));
    await expect(page.locator('.inspection').getByText(text.behind(behind))).toBeVisible();
    const line = (numbers: number[], result: number) => ({
      numbers: numbers.map((value) => Math.abs(shown(value))),
      result: String(shown(result)).replace('-', '−'),
    });
    const along = (name: string) => axes.map((axis) => ({ old: at(`${name}.${axis}`, before), axis }));
    expect(await linesOf(page)).toEqual([
      ...along('v').map(({ old }) => line([old], old)),
      ...along('v').map(({ old, axis }) => {
        const now = at(`v.${axis}`, step);
        return line([mu, old, lr, given(axis), now], now);
      }),
      ...along('v').map(({ old, axis }) => {
        const [v, now] = [at(`v.${axis}`, step), at(axis, step)];
        return line([at(axis, before), mu, old, 1, mu, v, now], now);
      }),
    ]);
  };
  await check(7);
  await page.getByRole('button', { name: en.timeline.forward, exact: true }).click();
  await check(8);
  await setScene(page, { noise: 0.3 });
  await expect(page.locator('.inspection dt', { hasText: text.noise })).toBeVisible();
  await check(8);
});

test('the step that stopped a run is shown with what stopped it, in words and signs', async ({ page }) => {
  await openPaused(page);
  const rule = 'x = x - lr*g/(t - 1)';
  await setScene(page, { optimizers: [{ id: 'mine', rule, lr: 0.01 }], inspect: 'mine', cursor: 1 });
  await expect(page.getByText(text.step(1))).toBeVisible();
  await atRest(page);
  const [line] = await linesOf(page);
  expect(line?.numbers.slice(-2)).toEqual([1, 1]);
  expect(line?.result).toMatch(/^−?∞$/);
  await expect(page.locator('.inspection .formula mfrac').first()).toContainText(/1−1$/);
  expect((await factsOf(page))[text.update]).toBe('∞');
  expect(await page.locator('.inspection').textContent()).not.toMatch(/NaN|Infinity/);
  const legend = page.getByRole('list', { name: text.legend.region }).getByRole('listitem');
  await expect(legend).toHaveText([text.legend.gradient]);
  const told = page.locator('.inspection .problem');
  await expect(told).toHaveText('diverged at step 1: the position has no finite value (division by 0)');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(told).toHaveText('第 1 步发散：位置不是有限的数（除以 0）');
});

test('a rule that goes on beyond its edge fades out there, until it is scrolled to its end', async ({ page }) => {
  await openPaused(page);
  const rule = page.getByRole('region', { name: 'RMSprop' });
  await rule.getByText(en.panel.rule, { exact: true }).click();
  const formula = rule.getByRole('group', { name: `${en.panel.rule}: RMSprop` });
  await expect(formula).toHaveAttribute('data-more');
  await formula.evaluate((element) => element.scrollTo(element.scrollWidth, 0));
  await expect(formula).not.toHaveAttribute('data-more');
  await page.setViewportSize({ width: 390, height: 844 });
  await formula.evaluate((element) => element.scrollTo(0, 0));
  await expect(formula).not.toHaveAttribute('data-more');
});
