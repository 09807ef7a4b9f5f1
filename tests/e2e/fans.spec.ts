import type { Locator, Page } from '@playwright/test';
import { spreadOf } from '../../src/engine/fan/quantiles.ts';
import { en } from '../../src/i18n/en.ts';
import { count, lossText } from '../../src/i18n/numbers.ts';
import type { PlainFan } from '../../src/app/api.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { atRest, frames, open, sceneOf, setScene } from './playground/page.ts';
import { fieldOf, sliderOf } from './playground/slider.ts';

// With less motion the race is not played, so that nothing moves but what a test moves.
test.use({ reducedMotion: 'reduce' });

const { fans: text } = en;
const split = { surface: { id: 'himmelblau' }, start: [-0.27, -0.92], noise: 12, steps: 200, fan: 20 };

/** What the page tells of its fans, once all are made. */
async function fansOf(page: Page): Promise<PlainFan[]> {
  const found = await page.waitForFunction(() => window.downhill.getFans());
  return (await found.jsonValue()) as PlainFan[];
}

/**
 * What the engine makes of the same seeds in the same browser, one shown run after the other: another one may differ in
 * the last digit of a cosine.
 */
async function expected(page: Page): Promise<Pick<PlainFan, 'id' | 'finalLoss' | 'outcomes'>[]> {
  const scene = await sceneOf(page);
  const ends = await page.evaluate(({ seed, fan = 1 }) => {
    const { downhill } = window;
    return Array.from({ length: fan }, (_, k) => {
      downhill.setScene({ seed: seed + k, fan: null });
      return downhill
        .getRuns()
        .map(({ id, status, steps, columns }) => ({ id, status, loss: columns['loss']?.[steps] }));
    });
  }, scene);
  await setScene(page, scene);
  return (ends[0] ?? []).map(({ id }, i) => {
    const runs = ends.flatMap((each) => each[i] ?? []);
    const outcomes = { undefined: 0, diverged: 0, converged: 0, budget: 0 };
    for (const { status } of runs) outcomes[status] += 1;
    return { id, finalLoss: spreadOf(Float64Array.from(runs, ({ loss = NaN }) => loss)), outcomes };
  });
}

const withoutPlaces = (fans: readonly PlainFan[]) =>
  fans.map(({ id, finalLoss, outcomes }) => ({ id, finalLoss, outcomes }));

/** How many pixels of a canvas are not empty. */
const painted = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = (element.getContext('2d') as CanvasRenderingContext2D).getImageData(
      0,
      0,
      element.width,
      element.height,
    );
    return new Uint32Array(data.buffer).reduce((sum, pixel) => sum + Number(pixel !== 0), 0);
  });

test('other threads make the fans that the engine makes, to the bit, and they follow the scene', async ({ page }) => {
  await open(page);
  expect(await fansOf(page)).toEqual([]);
  await setScene(page, split);
  const first = await fansOf(page);
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const threads = page.workers().filter((worker) => worker.url().includes('/fanWorker'));
  expect(threads).toHaveLength(Math.min(4, cores, first.length));
  expect(withoutPlaces(first)).toEqual(await expected(page));
  expect(await fansOf(page)).toEqual(first);
  await setScene(page, { seed: 5, optimizers: [{ id: 'adam', lr: 0.2 }, { id: 'sgd' }] });
  const later = await fansOf(page);
  expect(withoutPlaces(later)).toEqual(await expected(page));
  expect(later.map(({ id }) => id)).toEqual(['adam', 'sgd']);
});

test('the seeds are a slider of the noise; without noise it says why nothing is run again', async ({ page }) => {
  await open(page);
  await expect(page.getByText(text.off)).toBeVisible();
  await fieldOf(page, text.seedsSpoken).fill('9');
  await fieldOf(page, text.seedsSpoken).press('Enter');
  expect((await sceneOf(page)).fan).toBe(9);
  await expect(page.getByText(text.noNoise)).toBeVisible();
  expect(await fansOf(page)).toEqual([]);
  await setScene(page, { noise: 2 });
  await expect(page.getByText(text.on(9))).toBeVisible();
  expect((await fansOf(page)).map(({ seeds }) => seeds)).toEqual([9, 9, 9, 9, 9, 9]);
  await fieldOf(page, text.seedsSpoken).fill('1000');
  await fieldOf(page, text.seedsSpoken).press('Enter');
  await expect(page.getByText(en.slider.tooLarge('1000', '200', '9'))).toBeVisible();
  await sliderOf(page, text.seedsSpoken).press('Home');
  expect(await sceneOf(page)).not.toHaveProperty('fan');
  await page.getByRole('button', { name: en.header.undo, exact: true }).click();
  expect((await sceneOf(page)).fan).toBe(9);
});

test('bundles lie on surface, map and chart, and playing paints none of them again', async ({ page }) => {
  await page.addInitScript(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { putImageData } = prototype;
    const paints = { count: 0 };
    prototype.putImageData = function put(this: CanvasRenderingContext2D, ...values: unknown[]) {
      paints.count += 1;
      return Reflect.apply(putImageData, this, values) as undefined;
    };
    Object.assign(window, { paints });
  });
  const paints = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { paints: { count: number } }).paints.count);
  await open(page);
  await setScene(page, { ...split, fan: null });
  await atRest(page);
  const bundles = page.locator('.contour-fans');
  const surface = page.locator('.scene canvas');
  const chart = page.locator('.loss canvas');
  const before = [await surface.screenshot(), await chart.screenshot()];
  expect(await painted(bundles)).toBe(0);

  await setScene(page, { fan: 20 });
  await fansOf(page);
  await frames(page, 3);
  await atRest(page);
  expect(await painted(bundles)).toBeGreaterThan(1000);
  expect((await surface.screenshot()).equals(before[0] as Buffer)).toBe(false);
  expect((await chart.screenshot()).equals(before[1] as Buffer)).toBe(false);

  const atFirst = await paints();
  expect(atFirst).toBeGreaterThan(0);
  await page.getByRole('button', { name: en.timeline.forward, exact: true }).click();
  await page.getByRole('button', { name: en.timeline.play, exact: true }).click();
  await page.waitForFunction((least) => window.downhill.stats().frames >= least, 15 + (await atRestSoFar(page)));
  expect(await paints()).toBe(atFirst);

  await setScene(page, { noise: 0 });
  await frames(page, 3);
  expect(await painted(bundles)).toBe(0);
});

const atRestSoFar = (page: Page): Promise<number> => page.evaluate(() => window.downhill.stats().frames);

test('the table has the fans in numbers, to sort and to copy, and axe finds nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await setScene(page, split);
  const fans = await fansOf(page);
  expect(new Set(fans.flatMap(({ settled }) => settled.map((n, i) => (n > 0 ? i : -1)))).size).toBeGreaterThan(2);
  await page.getByRole('button', { name: en.chart.compare, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: en.compare.title });
  const table = dialog.getByRole('region', { name: text.table(20), exact: true }).getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(7);
  const cellsOf = (place: number): Promise<string[]> =>
    table
      .getByRole('row')
      .nth(place + 1)
      .getByRole('cell')
      .allTextContents();
  for (const [i, { finalLoss, outcomes }] of fans.entries()) {
    const { converged, budget, diverged, undefined: lost } = outcomes;
    expect((await cellsOf(i)).slice(0, 6)).toEqual([
      ...[finalLoss.median, finalLoss.low, finalLoss.high].map(lossText),
      ...[converged, budget, diverged + lost].map((n) => count('en', n)),
    ]);
  }
  await table.getByRole('button', { name: text.columns.median }).click();
  const order = [...fans].sort((a, b) => a.finalLoss.median - b.finalLoss.median);
  expect((await cellsOf(0))[0]).toBe(lossText(order[0]?.finalLoss.median ?? NaN));
  expect(await violations(page)).toEqual([]);

  await dialog.getByRole('button', { name: en.compare.copy }).click();
  await expect(dialog.getByText(en.compare.copied)).toBeVisible();
  const [, copied = ''] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n\n');
  const [head, ...lines] = copied.trimEnd().split('\n');
  expect(head?.split('\t')).toEqual(Object.values(text.columns));
  expect(lines.map((line) => Number(line.split('\t')[1]))).toEqual(fans.map(({ finalLoss }) => finalLoss.median));
});

test('runs that go astray are counted and told', async ({ page }) => {
  await open(page);
  await setScene(page, { surface: { id: 'beale' }, noise: 1, steps: 300, fan: 30 });
  const fans = await fansOf(page);
  const momentum = fans.find(({ id }) => id === 'momentum');
  const lost = (momentum?.outcomes.diverged ?? 0) + (momentum?.outcomes.undefined ?? 0);
  expect(lost).toBeGreaterThan(0);
  await expect(page.getByText(text.lost('Momentum', lost, 30))).toBeVisible();
});

test.describe('where the thread cannot be started', () => {
  // A list would be taken for a fixture and its options.
  test.use({ allowed: async ({}, use) => use([/request failed: .*fanWorker/, /console: Failed to load resource/]) });

  test('the page makes the same fans itself, and says so', async ({ page }) => {
    await page.route(/fanWorker/, (route) => route.abort());
    await open(page);
    await setScene(page, split);
    expect(withoutPlaces(await fansOf(page))).toEqual(await expected(page));
    await expect(page.getByText(text.slow)).toBeVisible();
  });
});
