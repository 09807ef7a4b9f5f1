import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { readable } from '../../src/state/status.ts';
import { expect, test } from './page.ts';
import { openPaused, runsOf, setScene } from './playground/page.ts';

const text = en.inspect;

/** A fact of the open inspector, as text. */
const fact = (page: Page, name: string): Promise<string | null> =>
  page.locator('.inspection').getByText(name, { exact: true }).locator('xpath=following-sibling::dd[1]').textContent();

test('the inspector shows the step under the cursor, and its numbers are those of the run', async ({ page }) => {
  await openPaused(page);
  await setScene(page, { surface: { id: 'himmelblau', params: {} }, start: [0.5, -0.5], cursor: 7 });
  await page.getByRole('region', { name: 'Nesterov' }).getByText(text.title).click();
  const check = async (step: number): Promise<void> => {
    await expect(page.getByText(text.step(step))).toBeVisible();
    const { columns = {} } = (await runsOf(page)).find(({ id }) => id === 'nesterov') ?? {};
    const at = (name: string, row: number): number => columns[name]?.[row] ?? NaN;
    const pair = (x: number, y: number): string => `(${readable(x)}, ${readable(y)})`;
    expect(await fact(page, text.gradient)).toBe(pair(at('gx', step - 1), at('gy', step - 1)));
    const moved = (name: string): number => at(name, step) - at(name, step - 1);
    expect(await fact(page, text.update)).toBe(pair(moved('x'), moved('y')));
  };
  await check(7);
  await page.getByRole('button', { name: en.timeline.forward, exact: true }).click();
  await check(8);
  await setScene(page, { noise: 0.3 });
  await expect(page.locator('.inspection dt', { hasText: text.noise })).toBeVisible();
  await check(8);
  expect(await page.locator('.inspection .formula').count()).toBe(6);
});
