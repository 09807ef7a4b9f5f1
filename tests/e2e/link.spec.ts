import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { decodeLink } from '../../src/state/link.ts';
import { expect, test } from './page.ts';
import { open, runsOf, sceneOf, setScene } from './playground/page.ts';
import { grab, sliderOf } from './playground/slider.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const { share, header, panel, timeline } = en;
const from = (scene: object): string => `#${encodeURIComponent(JSON.stringify(scene))}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Scenes that have something of everything that a scene can hold. */
const typed = {
  surface: { formula: 'a*x^2 + (y - sin(x))^2', params: { a: 0.1 }, domain: [-6, 6, -3, 3] },
  start: [-4.123456789012345, 2.5],
  steps: 77,
  seed: 4294967295,
  noise: 0.1 + 0.2,
  schedule: { kind: 'cosine', floor: 1e-5, over: 70, warmup: 7 },
  muSchedule: { kind: 'linear', from: 0.3, to: 0.97, over: 33 },
};
const changed = {
  optimizers: [
    { id: 'adam', lr: 1 / 3, beta1: 0.87, beta2: 0.9991, eps: 3e-11, variant: 'epsInside' },
    { id: 'mine', rule: 'v = mu*v + g; x = x - lr*v', state: ['v'], lr: 0.01, mu: 0.8, variant: 'default' },
    { id: 'momentum', lr: 0.002, mu: 0.95, variant: 'pytorch', off: true },
  ],
  solo: 'adam',
  cursor: 41,
};

/** Waits until the address holds the scene. */
const written = async (page: Page): Promise<void> => {
  const scene = await sceneOf(page);
  await expect.poll(() => decodeLink(new URL(page.url()).hash)).toEqual(scene);
};

test('a reload restores scene and runs exactly; links and the back button open scenes', async ({ page }) => {
  await open(page);
  expect(await setScene(page, typed)).toEqual([]);
  expect(await setScene(page, changed)).toEqual([]);
  const dragTo = await grab(page, sliderOf(page, `Adam, ${en.quantity['lr']} lr`));
  await dragTo(0.61);
  await page.mouse.up();
  const before = { scene: await sceneOf(page), runs: await runsOf(page) };
  expect(before.scene).toMatchObject({ ...typed, solo: 'adam', cursor: 41 });
  expect(before.runs.map(({ id }) => id)).toEqual(['adam', 'mine']);
  await written(page);

  await page.reload();
  await page.waitForFunction(() => window.downhill.stats().frames > 0);
  expect(await sceneOf(page)).toStrictEqual(before.scene);
  expect(await runsOf(page)).toStrictEqual(before.runs);
  await expect(page.getByRole('slider', { name: timeline.scrub, exact: true })).toHaveValue('41');

  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    from({ surface: { id: 'himmelblau' }, steps: 55 }),
  );
  await expect.poll(() => sceneOf(page)).toMatchObject({ surface: { id: 'himmelblau' }, steps: 55 });
  await page.goBack();
  await expect.poll(() => sceneOf(page)).toEqual(before.scene);
  expect(await runsOf(page)).toStrictEqual(before.runs);
});

test('JSON goes out and comes back: as a file, pasted, dropped, and as a link', async ({ page }) => {
  await open(page, from({ ...typed, cursor: 41 }));
  await setScene(page, changed);
  const scene = await sceneOf(page);

  await button(page, header.share).click();
  const dialog = page.getByRole('dialog', { name: share.title });
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, share.download).click()]);
  expect(download.suggestedFilename()).toMatch(/^downhill-.*\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toStrictEqual(scene);
  const link = await dialog.getByLabel(share.link, { exact: true }).inputValue();
  expect(decodeLink(link)).toStrictEqual(scene);

  const other = { surface: { id: 'beale', params: {} }, steps: 5, cursor: 5 };
  const file = { name: 'scene.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  const ways: Record<string, () => Promise<void>> = {
    file: () => dialog.locator('input[type=file]').setInputFiles(file),
    paste: async () => {
      await dialog.getByLabel(share.paste).fill(text);
      await dialog.getByRole('button', { name: share.use, exact: true }).click();
    },
    link: async () => {
      await dialog.getByLabel(share.paste).fill(link);
      await dialog.getByRole('button', { name: share.use, exact: true }).click();
    },
    drop: async () => {
      await page.keyboard.press('Escape');
      const dropped = await page.evaluateHandle((content) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'scene.json', { type: 'application/json' }));
        return transfer;
      }, text);
      for (const type of ['dragover', 'drop'])
        await page.locator('main').dispatchEvent(type, { dataTransfer: dropped });
    },
  };
  for (const [way, take] of Object.entries(ways)) {
    await setScene(page, other);
    expect((await sceneOf(page)).steps, way).toBe(5);
    await take();
    await expect.poll(() => sceneOf(page), way).toEqual(scene);
    if (way !== 'drop') await expect(dialog.getByRole('status')).toHaveText(share.opened);
  }
  await button(page, header.undo).click();
  expect((await sceneOf(page)).steps).toBe(5);
  await expect(page.getByRole('complementary', { name: panel.region })).toBeVisible();
});

test('a change is kept where the page is loaded again at once', async ({ page }) => {
  await open(page);
  for (const steps of [321, 322]) {
    await setScene(page, { steps });
    await page.reload();
    expect((await sceneOf(page)).steps).toBe(steps);
  }
  await setScene(page, { steps: 323 });
  await page.goto('about:blank');
  await page.goBack();
  expect((await sceneOf(page)).steps).toBe(323);
  await page.goto(`./${from({ steps: 324 })}`);
  await page.reload();
  expect((await sceneOf(page)).steps).toBe(324);
});
