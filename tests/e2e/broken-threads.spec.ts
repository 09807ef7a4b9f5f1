import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { open, setScene } from './playground/page.ts';
import { pixelsIn } from './playground/pixels.ts';

// What breaks here is caught and made good by the page; nothing of it may reach the console.
test.use({ reducedMotion: 'reduce' });

/** Breaks every thread that the page has by then; how many there were. */
async function breakThreads(page: Page): Promise<number> {
  const threads = page.workers();
  // The page may end a thread that broke before it has answered.
  await Promise.allSettled(
    threads.map((thread) =>
      thread.evaluate(
        () =>
          void setTimeout(() => {
            throw new Error('broken on purpose');
          }),
      ),
    ),
  );
  return threads.length;
}

const fans = async (page: Page): Promise<string> => {
  const found = await page.waitForFunction(() => window.downhill.getFans());
  return JSON.stringify(await found.jsonValue());
};

const map = (page: Page, backend: 'gpu' | 'worker'): Promise<string> =>
  page.evaluate(async (wanted) => {
    const { loss, steps, minimum } = await window.downhill.map({
      optimizer: 'adam',
      axes: [
        { name: 'start.x', from: -2, to: 2, scale: 'linear' },
        { name: 'start.y', from: -1, to: 3, scale: 'linear' },
      ],
      size: [160, 160],
      steps: 600,
      backend: wanted,
    });
    return JSON.stringify([loss, steps, minimum].map((list) => Array.from(list)));
  }, backend);

test('fans that lose their threads are made all the same, to the bit', async ({ page }) => {
  await open(page);
  await setScene(page, { noise: 2, fan: 30, steps: 800 });
  const whole = await fans(page);
  await setScene(page, { noise: 1 });
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await setScene(page, { noise: 2 });
  expect(await fans(page)).toBe(whole);
  await expect(page.getByText(en.fans.slow)).toBeVisible();
});

test('a map whose threads break halfway is made all the same, to the bit', async ({ page }) => {
  await open(page);
  for (const backend of ['worker', 'gpu'] as const) {
    const whole = await map(page, backend);
    const again = map(page, backend);
    await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
    const found = await again;
    if (backend === 'worker') expect(found).toBe(whole);
    else expect(JSON.parse(found)).toHaveLength(3);
  }
});

test('networks whose thread breaks learn on, and the page says that it does the work itself', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'network', network: { epochs: 40 } });
  await page.waitForFunction(() => window.downhill.getNetworks().length === 6);
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await page.waitForFunction(() => {
    const networks = window.downhill.getNetworks();
    return networks.length === 6 && networks.every(({ epoch }) => epoch === 40);
  });
  await expect(page.getByText(en.lab.slow)).toBeVisible();
});

test('a graph whose thread breaks is laid out all the same', async ({ page }) => {
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ view: 'backprop' }))}`);
  await expect(page.getByRole('complementary', { name: en.graph.panel })).toBeVisible();
  await expect(page.locator('.gate').first()).toBeVisible();
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await setScene(page, { surface: { id: 'beale' } });
  await expect(page.locator('.gate').first()).toBeVisible();
});

/** The losses under the sliders in sight. */
const strips = async (page: Page): Promise<string> => {
  const found = await page.waitForFunction(() => {
    const made = window.downhill.getStrips();
    return made === undefined || made.length === 0 ? undefined : made;
  });
  return JSON.stringify(await found.jsonValue());
};

test('strips whose threads break are made all the same, to the bit', async ({ page }) => {
  await open(page, `#${encodeURIComponent(JSON.stringify({ steps: 3000 }))}`);
  const whole = await strips(page);
  await setScene(page, { start: [1, 1.5] });
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  expect(await strips(page)).not.toBe(whole);
  await setScene(page, { start: [-1.5, 2] });
  expect(await strips(page)).toBe(whole);
});

test('the view of maps whose threads break comes to its end, and says nothing of a fault', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'maps', maps: { kind: 'hyper', optimizer: 'adam', steps: 400 } });
  const map = page.locator('.map[data-map]');
  await expect(map.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await expect(map.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('button', { name: en.maps.stop, exact: true })).toBeDisabled();
  await expect(page.locator('.problem')).toHaveCount(0);
  const seen = await pixelsIn(page, await map.boundingBox());
  expect(new Set(new Uint32Array(seen.data.buffer)).size).toBeGreaterThan(50);
});

test('a fair race whose threads break has all its trials', async ({ page }) => {
  const scene = { view: 'maps', surface: { id: 'himmelblau' }, maps: { kind: 'race', race: { trials: 1000 } } };
  await page.goto(`./#${encodeURIComponent(JSON.stringify(scene))}`);
  await page.getByRole('button', { name: en.race.start }).click();
  await expect(page.getByRole('status').filter({ hasText: en.race.status.done('6,000') })).toHaveCount(0);
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await expect(page.getByRole('status').filter({ hasText: en.race.status.done('6,000') })).toBeVisible();
  await expect(page.locator('.race-dots')).toHaveAttribute('data-dots', String(6 * 1000));
});

test('a search whose threads break has all its trials', async ({ page }) => {
  const { lab } = en;
  const network = { data: 'moons', params: { rows: 60 }, epochs: 40, hidden: [4] };
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ view: 'network', network }))}`);
  const section = page
    .locator('details.section')
    .filter({ has: page.getByRole('heading', { name: lab.search.title, exact: true }) });
  await section.locator('summary').click();
  await section.getByRole('button', { name: lab.search.start }).click();
  const status = page.getByRole('dialog', { name: lab.search.title }).getByRole('status');
  await expect(status).toBeVisible();
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await expect(status).toHaveText(lab.search.status.done(36));
});

test('checks and an ensemble whose threads break come to their end', async ({ page }) => {
  const { lab } = en;
  const network = { data: 'digits', epochs: 1, members: 3 };
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ view: 'network', network }))}`);
  await page.waitForFunction(() => window.downhill.getNetworks().length === 6);
  const section = (name: string): Locator =>
    page.locator('details.section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const [checks, ensemble] = [section(lab.checks), section(lab.ensemble.title)];
  for (const each of [checks, ensemble])
    if ((await each.getAttribute('open')) === null) await each.locator('summary').click();
  await ensemble.getByRole('button', { name: lab.ensemble.make, exact: true }).click();
  await checks.getByRole('button', { name: lab.checkAll, exact: true }).click();
  await expect.poll(() => breakThreads(page)).toBeGreaterThan(0);
  await expect(checks.locator('.check-sum')).not.toBeEmpty();
  await expect(ensemble.getByRole('table')).toBeVisible();
  await expect(page.getByText(en.lab.slow)).toBeVisible();
});
