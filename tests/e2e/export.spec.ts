import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { PlainRun } from '../../src/app/api.ts';
import { answer } from '../../src/cli/answer.ts';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { atRest, open, runsOf, sceneOf, setScene } from './playground/page.ts';

// With less motion the race is not played, so that the picture is of the end of the runs.
test.use({ reducedMotion: 'reduce' });

const openShare = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: en.header.share, exact: true }).click();
  return page.getByRole('dialog', { name: en.share.title });
};

/** Presses a button that saves a file; its name and content. */
async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const asTable = (runs: readonly PlainRun[]): Record<string, number[]> => {
  const names = [...new Set(runs.flatMap(({ columns }) => Object.keys(columns)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      runs.flatMap(({ columns, steps }) => columns[name] ?? Array.from({ length: steps + 1 }, () => NaN)),
    ]),
  );
};

test('CSV and JSON are the runs, and what the command line prints', async ({ page }) => {
  await page.goto('./');
  await setScene(page, { surface: { id: 'himmelblau' }, steps: 60 });
  const [runs, scene] = [await runsOf(page), await sceneOf(page)];
  const dialog = await openShare(page);
  const data = dialog.getByRole('group', { name: en.take.data });

  const csv = await saved(page, data.getByRole('button', { name: 'CSV' }));
  expect(csv.name).toBe('downhill-himmelblau-runs.csv');
  const [head = '', ...lines] = csv.bytes.toString().trimEnd().split('\n');
  const cells = lines.map((line) => line.split(','));
  expect(cells.map(([id]) => id)).toEqual(runs.flatMap(({ id, steps }) => Array.from({ length: steps + 1 }, () => id)));
  const names = head.split(',');
  for (const [name, column] of Object.entries(asTable(runs))) {
    const at = names.indexOf(name);
    expect(at).toBeGreaterThan(0);
    expect(cells.map((row) => (row[at] === '' ? NaN : Number(row[at])))).toEqual(column);
  }

  const json = await saved(page, data.getByRole('button', { name: 'JSON' }));
  await expect(dialog.getByText(en.take.saved(json.name))).toBeVisible();
  const printed = (format: 'csv' | 'json'): string =>
    answer({ text: JSON.stringify(scene), format, language: 'en' }).output;
  expect(csv.bytes.toString()).toBe(printed('csv'));
  expect(json.bytes.toString()).toBe(printed('json'));
});

/** What is in a PNG: its size, colours of the corners, and how many colours there are in a grid of its pixels. */
const inPicture = (page: Page, bytes: Buffer) =>
  page.evaluate(async (encoded) => {
    const decoded = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([decoded], { type: 'image/png' }));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const pixels = new Uint32Array(data.buffer);
    const at = (x: number, y: number): number[] => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
    return {
      width,
      height,
      corners: [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)],
      colours: new Set(pixels).size,
      /** Pixels of Adam's colour in the dark theme: its marker, which the overlay draws. */
      marked: pixels.reduce((sum, pixel) => sum + Number((pixel & 0xffffff) === 0xae50d3), 0),
    };
  }, bytes.toString('base64'));

test('the picture is as large as asked for, has the surface and the markers, and the ground that was chosen', async ({
  page,
}) => {
  await open(page);
  await atRest(page);
  const size = await page
    .locator('.scene')
    .evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
  const before = await page.locator('.scene canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width);
  const dialog = await openShare(page);
  const picture = dialog.getByRole('group', { name: en.take.picture });
  for (const [ground, times, corner] of [
    ['theme', 2, [11, 14, 23, 255]],
    ['white', 4, [255, 255, 255, 255]],
    ['transparent', 2, [0, 0, 0, 0]],
  ] as const) {
    await picture.getByLabel(en.take.ground).selectOption(ground);
    const file = await saved(page, picture.getByRole('button', { name: en.take.png(times) }));
    expect(file.name).toBe(`downhill-rosenbrock-${times}x.png`);
    const found = await inPicture(page, file.bytes);
    expect(found).toMatchObject({ width: size.width * times, height: size.height * times });
    expect(found.corners).toEqual([corner, corner, corner, corner]);
    expect(found.colours).toBeGreaterThan(1000);
    expect(found.marked).toBeGreaterThan(40 * times ** 2);
  }
  expect(await page.locator('.scene canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(before);
});

test('a run is copied as a PyTorch script', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  const dialog = await openShare(page);
  const code = dialog.getByRole('group', { name: en.take.code });
  await code.getByLabel(en.take.runner).selectOption('adam');
  await code.getByRole('button', { name: en.take.python }).click();
  await expect(dialog.getByText(en.take.pythonCopied['torch.optim'])).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('torch.optim.Adam');
});
