import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';
import { beat } from './playground/graph.ts';
import { frames, open, setScene } from './playground/page.ts';
import { pixelsIn } from './playground/pixels.ts';

/** Ends the browser's graphics process, as a driver does that fails; another one is started. */
async function crashGraphics(page: Page): Promise<void> {
  const crash = await page.context().newPage();
  await crash.goto('chrome://gpucrash').catch(() => undefined);
  await crash.close();
}

/** How many frames of 3D there were. */
const drawn = (page: Page): Promise<number> => page.evaluate(() => window.downhill.stats().frames);

test('in the playground, while fans are made: they come, and the picture comes back', async ({ page }) => {
  await open(page);
  await setScene(page, { noise: 2, fan: 200, steps: 2000 });
  await crashGraphics(page);
  await page.waitForFunction(() => window.downhill.getFans() !== undefined);
  const before = await drawn(page);
  await setScene(page, { noise: 1, steps: 300 });
  await expect.poll(() => drawn(page)).toBeGreaterThan(before);
});

test('in the lab, while networks learn: they learn on, and are drawn', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'network', network: { epochs: 60 } });
  await page.waitForFunction(() => window.downhill.getNetworks().length === 6);
  await crashGraphics(page);
  await page.waitForFunction(() => window.downhill.getNetworks().every(({ epoch }) => epoch === 60));
  const colours = (): Promise<number> =>
    page
      .locator('.cell-picture canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { width, height } = canvas;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data.buffer;
        return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
      });
  await expect.poll(colours).toBeGreaterThan(20);
});

test('in backprop, while it plays: it goes on, and is seen', async ({ page }) => {
  await open(page);
  await setScene(page, { view: 'backprop' });
  await expect(beat(page)).toBeVisible();
  await crashGraphics(page);
  await beat(page).press('Home');
  const before = await beat(page).inputValue();
  await beat(page).press('End');
  expect(await beat(page).inputValue()).not.toBe(before);
  await frames(page, 3);
  const seen = await pixelsIn(page, await page.getByRole('main').boundingBox());
  expect(new Set(new Uint32Array(seen.data.buffer)).size).toBeGreaterThan(50);
});
