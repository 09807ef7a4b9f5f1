import type { Locator, Page } from '@playwright/test';
import { lossText } from '../../src/i18n/numbers.ts';
import { expect, test } from './page.ts';

const chartOf = (page: Page): Locator => page.getByRole('group', { name: 'Loss by step' });

const plotOf = (page: Page): Locator => chartOf(page).locator('.u-over');

/** The loss column of every run. */
const losses = (page: Page): Promise<number[][]> =>
  page.evaluate(() => window.downhill.getRuns().map(({ columns }) => columns['loss'] ?? []));

/** Lets the page draw what has changed. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Moves the pointer to a share of the plot's width; returns the step that the readout names. */
async function hover(page: Page, share: number): Promise<number> {
  const box = await plotOf(page).boundingBox();
  if (box === null) throw new Error('the chart has no plot');
  await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  await drawn(page);
  const heading = chartOf(page).locator('.loss-readout-step');
  await expect(heading).toBeVisible();
  return Number((await heading.textContent())?.replace(/\D/g, ''));
}

const readings = (page: Page): Promise<string[]> =>
  chartOf(page)
    .locator('.loss-readout-value')
    .evaluateAll((values) => values.map((value) => (value as HTMLDataElement).value));

const position = (page: Page): Locator => page.getByRole('slider', { name: 'Step', exact: true });

// With less motion the race is not played, so that nothing moves but what a test moves.
test.use({ reducedMotion: 'reduce', isPainted: false });

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(plotOf(page)).toBeVisible();
  await page.evaluate(() => window.downhill.setScene({ surface: { id: 'rosenbrock' }, steps: 400, cursor: 50 }));
});

test('the crosshair reads the losses of all runs at its step, and leaves playback where it is', async ({ page }) => {
  await expect(position(page)).toHaveValue('50');
  const columns = await losses(page);
  expect(columns).toHaveLength(6);
  for (const share of [0.02, 0.31, 0.5, 0.77, 0.99]) {
    const step = await hover(page, share);
    expect(Math.abs(step - share * 400)).toBeLessThanOrEqual(2);
    expect(await readings(page)).toEqual(columns.map((loss) => String(loss[step])));
  }
  await drawn(page);
  await expect(position(page)).toHaveValue('50');
  await page.mouse.move(5, 5);
  await expect(chartOf(page).locator('.loss-readout')).toBeHidden();
});

test('the processor draws the chart, as all pictures in 2D, and the page makes its elements as ever', async ({
  page,
}) => {
  const said = await page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('.u-wrap canvas')?.getContext('2d');
    return [context?.getContextAttributes().willReadFrequently, Object.hasOwn(document, 'createElement')];
  });
  expect(said).toEqual([true, false]);
});

test('a press seeks the step, and a drag goes on seeking', async ({ page }) => {
  const step = await hover(page, 0.25);
  await page.mouse.down();
  await expect(position(page)).toHaveValue(String(step));
  const later = await hover(page, 0.6);
  expect(later).toBeGreaterThan(step);
  await expect(position(page)).toHaveValue(String(later));
  await page.mouse.up();
  await hover(page, 0.9);
  await expect(position(page)).toHaveValue(String(later));
});

test('a run that explodes flattens nothing and has no reading after its end', async ({ page }) => {
  await page.evaluate(() => {
    const { optimizers } = window.downhill.getScene();
    return window.downhill.setScene({
      optimizers: optimizers.map((runner) => (runner.id === 'sgd' ? { ...runner, lr: 1e9 } : runner)),
    });
  });
  const runs = await page.evaluate(() => window.downhill.getRuns().map(({ status, steps }) => ({ status, steps })));
  expect(runs[0]?.status).toBe('diverged');
  expect(runs[0]?.steps).toBeLessThan(400);
  const columns = await losses(page);
  const step = await hover(page, 0.95);
  const read = await readings(page);
  expect(read).toEqual(columns.map((loss, i) => (i === 0 ? '' : String(loss[step]))));
  const heights = await chartOf(page)
    .locator('.loss-dot:visible')
    .evaluateAll((dots) => dots.map((dot) => Number.parseFloat((dot as HTMLElement).style.top)));
  expect(heights).toHaveLength(5);
  expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(10);
});

test('the table beside the chart has the losses of the runs', async ({ page }) => {
  const columns = await losses(page);
  const rows = chartOf(page).getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(12);
  await expect(rows.nth(6).getByRole('rowheader')).toHaveText('200');
  await expect(rows.nth(6).getByRole('cell')).toHaveText(columns.map((loss) => lossText(loss[200] as number)));
  await expect(rows.first().getByRole('columnheader')).toHaveText([
    'step',
    'SGD',
    'Momentum',
    'Nesterov',
    'Adagrad',
    'RMSprop',
    'Adam',
  ]);
});
