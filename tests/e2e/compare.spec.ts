import type { Locator, Page } from '@playwright/test';
import { summaryOf } from '../../src/engine/measures.ts';
import type { Run } from '../../src/engine/run.ts';
import { en } from '../../src/i18n/en.ts';
import { lossText } from '../../src/i18n/numbers.ts';
import { expect, test } from './page.ts';
import { runsOf, setScene } from './playground/page.ts';

// With less motion the race is not played, so that nothing moves but what a test moves.
test.use({ reducedMotion: 'reduce', isPainted: false });

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('.loss .u-over')).toBeVisible();
  await setScene(page, { surface: { id: 'himmelblau' }, steps: 200 });
});

/** The page's runs, with columns as the engine has them. */
const runsIn = async (page: Page): Promise<Run[]> =>
  (await runsOf(page)).map((run) => ({
    ...run,
    columns: Object.fromEntries(Object.entries(run.columns).map(([name, column]) => [name, Float64Array.from(column)])),
  }));

const measureOf = (page: Page): Locator => page.getByLabel(en.chart.measure);

/** Points at the middle of the plot; what the readout says there. */
async function read(page: Page): Promise<{ heading: string; values: number[] }> {
  const plot = page.locator('.loss .u-over');
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (box === null) throw new Error('the chart has no plot');
  await page.mouse.move(5, 5);
  await expect(page.locator('.loss-readout')).toBeHidden();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator('.loss-readout')).toBeVisible();
  const values = await page
    .locator('.loss-readout-value')
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLDataElement).value)));
  return { heading: (await page.locator('.loss-readout-step').textContent()) ?? '', values };
}

test('the chart shows each measure with the numbers of the runs, and remembers the choice', async ({ page }) => {
  const runs = await runsIn(page);
  const at = (run: Run, name: string, step: number): number => (run.columns[name] as Float64Array)[step] as number;
  const moved = (run: Run, step: number): number =>
    Math.hypot(at(run, 'x', step) - at(run, 'x', step - 1), at(run, 'y', step) - at(run, 'y', step - 1));
  const expected: Record<string, (run: Run, step: number) => number> = {
    gradient: (run, step) => Math.hypot(at(run, 'gx', step), at(run, 'gy', step)),
    rate: (run, step) => moved(run, step) / Math.hypot(at(run, 'gx', step - 1), at(run, 'gy', step - 1)),
    ratio: (run, step) => moved(run, step) / Math.hypot(at(run, 'x', step - 1), at(run, 'y', step - 1)),
  };
  for (const [measure, valueOf] of Object.entries(expected)) {
    await measureOf(page).selectOption(measure);
    const { heading, values } = await read(page);
    const step = Number(heading.replace(/\D/g, ''));
    expect(Math.abs(step - 100)).toBeLessThanOrEqual(1);
    expect(values).toHaveLength(runs.length);
    runs.forEach((run, i) => {
      const value = valueOf(run, step);
      expect(Math.abs((values[i] as number) - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
    });
  }
  await page.getByLabel(en.chart.axis).selectOption('evaluations');
  expect((await read(page)).heading).toMatch(/^\d+ gradient evaluations$/);
  await page.reload();
  await expect(measureOf(page)).toHaveValue('ratio');
  await expect(page.getByLabel(en.chart.axis)).toHaveValue('evaluations');
});

test('a surface without stated minima says why there is no distance to one', async ({ page }) => {
  await measureOf(page).selectOption('distance');
  await expect(page.getByText(en.chart.noMinima)).toBeHidden();
  await expect(page.locator('.loss-area')).toBeVisible();
  await setScene(page, { surface: { formula: 'x^2 + 3y^2', params: {}, domain: [-5, 5, -5, 5] } });
  await expect(page.getByText(en.chart.noMinima)).toBeVisible();
  await expect(page.locator('.loss-area')).toBeHidden();
});

const openTable = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: en.chart.compare, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: en.compare.title });
  await expect(dialog).toBeVisible();
  return dialog;
};

const namesIn = (dialog: Locator): Promise<string[]> => dialog.getByRole('rowheader').allTextContents();

test('the table has the numbers of every run', async ({ page }) => {
  const summaries = (await runsIn(page)).map(summaryOf);
  expect(summaries.some(({ steps }) => steps !== undefined)).toBe(true);
  const dialog = await openTable(page);
  const rows = dialog.getByRole('row');
  await expect(rows).toHaveCount(summaries.length + 1);
  for (const [i, { steps, evaluations, finalLoss, pathLength, overshoot }] of summaries.entries()) {
    const cells = await rows
      .nth(i + 1)
      .getByRole('cell')
      .allTextContents();
    const whole = (value: number | undefined): string => (value === undefined ? '—' : String(value));
    expect([cells[0], cells[1], cells[2], cells[3], cells[5]]).toEqual([
      whole(steps),
      whole(evaluations),
      lossText(finalLoss),
      lossText(pathLength),
      lossText(overshoot),
    ]);
  }
});

test('a press on a column’s name sorts by it, and says so', async ({ page }) => {
  const runs = await runsIn(page);
  const lossOf = (run: Run): number => summaryOf(run).finalLoss;
  const order = runs.map((_, i) => i).sort((a, b) => lossOf(runs[a] as Run) - lossOf(runs[b] as Run));
  const dialog = await openTable(page);
  const before = await namesIn(dialog);
  const header = dialog.getByRole('columnheader', { name: en.compare.columns.finalLoss });
  await expect(header).not.toHaveAttribute('aria-sort');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  expect(await namesIn(dialog)).toEqual(order.map((i) => before[i]));
  await header.getByRole('button').press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(await namesIn(dialog)).toEqual(order.map((i) => before[i]).reverse());
});

test('the table is copied with full numbers', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const runs = await runsIn(page);
  const dialog = await openTable(page);
  await dialog.getByRole('button', { name: en.compare.copy }).click();
  await expect(dialog.getByRole('status')).toHaveText(en.compare.copied);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const [head, ...lines] = text.trimEnd().split('\n');
  expect(head?.split('\t')).toEqual(Object.values(en.compare.columns));
  expect(lines.map((line) => line.split('\t')[3])).toEqual(runs.map((run) => String(summaryOf(run).finalLoss)));
});

test('where copying is not allowed the table’s text is there to be selected', async ({ page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  const dialog = await openTable(page);
  await dialog.getByRole('button', { name: en.compare.copy }).click();
  await expect(dialog.getByRole('status')).toHaveText(en.compare.notCopied);
  const text = await dialog.getByRole('textbox', { name: en.compare.text }).inputValue();
  expect(text.split('\n')[0]).toBe(Object.values(en.compare.columns).join('\t'));
});
