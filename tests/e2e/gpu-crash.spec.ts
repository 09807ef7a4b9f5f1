import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { expect } from './page.ts';
import { beat } from './playground/graph.ts';
import { crashGraphics, test } from './playground/graphics.ts';
import { atRest, frames, open, openPaused, setScene } from './playground/page.ts';
import { pixelsIn } from './playground/pixels.ts';

/** How many frames of 3D there were. */
const drawn = (page: Page): Promise<number> => page.evaluate(() => window.downhill.stats().frames);

/** How many colours are seen in a part of the page. */
async function coloursOf(page: Page, part: Locator): Promise<number> {
  const { data } = await pixelsIn(page, await part.boundingBox());
  return new Set(new Uint32Array(data.buffer)).size;
}

/** Crashes the graphics process, and waits until the picture in 3D has had its loss and has come back. */
async function crash(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: string[] = [];
    for (const kind of ['webglcontextlost', 'webglcontextrestored'])
      addEventListener(kind, () => told.push(kind), true);
    Object.assign(window, { toldOfContext: told });
  });
  await crashGraphics(page.context().browser());
  const told = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'toldOfContext') as unknown);
  await expect.poll(told).toEqual(['webglcontextlost', 'webglcontextrestored']);
}

/** The picture in 3D is drawn anew, and is one. */
async function isBack(page: Page): Promise<void> {
  const before = await drawn(page);
  await setScene(page, { view: 'playground', noise: 1, steps: 300 });
  await expect.poll(() => drawn(page)).toBeGreaterThan(before);
  await expect.poll(() => coloursOf(page, page.locator('.scene canvas'))).toBeGreaterThan(1000);
  await expect.poll(() => coloursOf(page, page.locator('.contour'))).toBeGreaterThan(20);
}

test('in the playground, while fans are made: they come, and the picture comes back', async ({ page }) => {
  await open(page);
  await setScene(page, { noise: 2, fan: 200, steps: 2000 });
  await crash(page);
  await page.waitForFunction(() => window.downhill.getFans() !== undefined);
  await isBack(page);
});

test('in maps, while they are made: they come to their end, and are seen', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'maps', maps: { kind: 'hyper', optimizer: 'adam', steps: 400 } });
  const map = page.locator('.map[data-map]');
  await expect(map.getByRole('progressbar')).toBeVisible();
  await crash(page);
  await expect(map.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('button', { name: en.maps.stop, exact: true })).toBeDisabled();
  await expect(page.locator('.problem')).toHaveCount(0);
  await expect.poll(() => coloursOf(page, map)).toBeGreaterThan(50);
  // The threads' own contexts are lost as well, and are had anew.
  const again = page.evaluate(
    () =>
    window.downhill.map({ optimizer: 'sgd', axes: [{ name: 'start.x' }, { name: 'start.y' }], size: [32, 32], backend: 'gpu' }), // prettier-ignore
  );
  expect((await again).backend).toBe('gpu');
  await isBack(page);
});

test('in the lab, while networks learn: they learn on, and are drawn', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'network', network: { epochs: 60 } });
  await page.waitForFunction(() => window.downhill.getNetworks().length === 6);
  await crash(page);
  await page.waitForFunction(() => window.downhill.getNetworks().every(({ epoch }) => epoch === 60));
  await expect.poll(() => coloursOf(page, page.locator('.cell-picture canvas').first())).toBeGreaterThan(20);
  await isBack(page);
});

test('in backprop, while it plays: it goes on, and is seen', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'backprop' });
  await expect(beat(page)).toBeVisible();
  await crash(page);
  await beat(page).press('Home');
  const before = await beat(page).inputValue();
  await beat(page).press('End');
  expect(await beat(page).inputValue()).not.toBe(before);
  await frames(page, 3);
  expect(await coloursOf(page, page.getByRole('main'))).toBeGreaterThan(50);
  await isBack(page);
});

test('among the lessons: they are seen, and one begins', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'lessons' });
  const lesson = page.locator('.lesson-list').getByRole('button').first();
  await expect(lesson).toBeVisible();
  await crash(page);
  expect(await coloursOf(page, page.getByRole('main'))).toBeGreaterThan(50);
  await lesson.click();
  await expect(page.locator('.gate').first()).toBeVisible();
  await isBack(page);
});

test('at rest: the pictures come back without a move', async ({ page }) => {
  await openPaused(page);
  const before = await drawn(page);
  await crash(page);
  await expect.poll(() => drawn(page)).toBeGreaterThan(before);
  await atRest(page);
  expect(await coloursOf(page, page.locator('.scene canvas'))).toBeGreaterThan(1000);
  expect(await coloursOf(page, page.locator('.contour'))).toBeGreaterThan(20);
  expect(await coloursOf(page, page.locator('.side'))).toBeGreaterThan(50);
});

test('at rest: pictures of networks are still seen', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'network', network: { epochs: 5 } });
  await page.waitForFunction(() => {
    const networks = window.downhill.getNetworks();
    return networks.length === 6 && networks.every(({ epoch }) => epoch === 5);
  });
  const picture = page.locator('.cell-picture canvas').first();
  await expect.poll(() => coloursOf(page, picture)).toBeGreaterThan(20);
  await crash(page);
  await expect.poll(() => coloursOf(page, picture)).toBeGreaterThan(20);
});
