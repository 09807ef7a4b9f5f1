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

/** The canvases in 2D in the page, which of them are painted. */
const painted = (page: Page): Promise<boolean[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('canvas:not(.scene canvas)')]
      .filter((canvas) => canvas.checkVisibility({ visibilityProperty: true }))
      .map((canvas) => {
        const { width, height } = canvas;
        if (width === 0 || height === 0) return false;
        // A copy is looked at: a canvas that is read from may leave the graphics card.
        const copy = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
        copy.drawImage(canvas, 0, 0);
        return copy.getImageData(0, 0, width, height).data.some((value) => value > 0);
      }),
  );

/** Crashes the graphics process, and waits until all that was painted is. */
async function isPaintedAgain(page: Page): Promise<void> {
  const before = await painted(page);
  expect(before).toContain(true);
  await crashGraphics(page.context().browser());
  await frames(page, 30);
  await expect.poll(() => painted(page)).toEqual(before);
}

test('at rest: an ensemble, the inside of a network and a slice are still seen', async ({ page }) => {
  const { lab } = en;
  const network = { data: 'moons', params: { rows: 60 }, epochs: 3, members: 3, ensemble: 'networks' };
  await open(page);
  await setScene(page, { view: 'network', network });
  const section = (name: string): Locator =>
    page.locator('details.section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const [ensemble, slice] = [section(lab.ensemble.title), section(lab.slice.title)];
  for (const each of [ensemble, slice]) await each.locator('summary').click();
  await page.waitForFunction(() => window.downhill.getNetworks().every(({ epoch }) => epoch === 3));
  await ensemble.getByRole('button', { name: lab.ensemble.make, exact: true }).click();
  await expect(ensemble.getByRole('img', { name: lab.ensemble.region })).toBeVisible();
  await slice.getByRole('button', { name: lab.slice.open }).click();
  const dialog = page.getByRole('dialog', { name: lab.slice.title });
  await dialog.getByRole('button', { name: lab.slice.cut, exact: true }).click();
  await expect(dialog.getByRole('img', { name: lab.slice.picture })).toBeVisible();
  await expect.poll(() => coloursOf(page, dialog.locator('canvas'))).toBeGreaterThan(20);
  await isPaintedAgain(page);
});

test('at rest: the dots and curves of a race are still seen', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'maps', maps: { kind: 'race', race: { trials: 20 } } });
  await page.getByRole('button', { name: en.race.start }).click();
  await expect(page.getByRole('status').filter({ hasText: en.race.status.done('120') })).toBeVisible();
  await frames(page, 60);
  await isPaintedAgain(page);
});
