import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { lossText } from '../../src/i18n/numbers.ts';
import { expect, test } from './page.ts';
import { frames, open, openPaused, runsOf, sceneOf, stepOf } from './playground/page.ts';
import { fieldOf } from './playground/slider.ts';

test.use({ isPainted: false });

const { timeline, shortcuts, header } = en;
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const from = (scene: object): string => `#${encodeURIComponent(JSON.stringify(scene))}`;

/** What the leaderboard shows, and what it should show by the runs at the step that is shown. */
async function board(page: Page): Promise<{ shown: string[]; expected: string[] }> {
  await frames(page, 2);
  const step = await stepOf(page);
  const runs = await runsOf(page);
  return {
    shown: await page.locator('.place-loss > :last-child').allTextContents(),
    expected: runs.map(({ columns, steps }) => lossText(columns['loss']?.[Math.min(step, steps)] ?? NaN)),
  };
}

test('run, pause, step, scrub: the leaderboard shows the numbers of the runs', async ({ page }) => {
  await openPaused(page);
  const check = async (step?: number): Promise<string[]> => {
    if (step !== undefined) await expect.poll(() => stepOf(page)).toBe(step);
    const { shown, expected } = await board(page);
    expect(shown).toEqual(expected);
    return shown;
  };
  const { steps } = await sceneOf(page);
  await check();

  await press(page, timeline.restart);
  await check(0);
  for (const step of [1, 2]) {
    await press(page, timeline.forward);
    await check(step);
  }
  await press(page, timeline.back);
  await check(1);
  await press(page, timeline.play);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
  await press(page, timeline.pause);
  const paused = await stepOf(page);
  await frames(page, 5);
  expect(await stepOf(page)).toBe(paused);

  const box = await page.getByRole('slider', { name: timeline.scrub, exact: true }).boundingBox();
  const scrubTo = (share: number): Promise<void> =>
    page.mouse.move((box?.x ?? 0) + share * (box?.width ?? 0), (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await scrubTo(0.5);
  await page.mouse.down();
  const seen = new Map<number, { step: number; shown: string[] }>();
  for (const share of [0.2, 0.6, 0.9, 0.6, 0.2, 0.9]) {
    await scrubTo(share);
    const now = { shown: await check(), step: await stepOf(page) };
    expect(now).toEqual(seen.get(share) ?? now);
    seen.set(share, now);
  }
  await page.mouse.up();
  expect(seen.get(0.2)?.step).toBeGreaterThan(0.1 * steps);
  expect(seen.get(0.9)?.step).toBeGreaterThan(0.8 * steps);
  expect(seen.get(0.9)?.shown).not.toEqual(seen.get(0.2)?.shown);
});

test('the keyboard does all of it, except where somebody types, or where it is switched off', async ({ page }) => {
  await open(page, from({ cursor: 50, steps: 3000 }));
  const keys: [key: string, step: number][] = [
    ['ArrowRight', 51],
    ['ArrowLeft', 50],
    ['Shift+ArrowRight', 60],
    ['Shift+ArrowLeft', 50],
    ['End', 3000],
    ['Home', 0],
  ];
  for (const [key, step] of keys) {
    await page.keyboard.press(key);
    await expect.poll(() => stepOf(page), key).toBe(step);
  }
  await page.keyboard.press('Space');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: timeline.play, exact: true })).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(() => stepOf(page)).toBe(0);

  await page.keyboard.press('2');
  expect((await sceneOf(page)).solo).toBe('momentum');
  await page.keyboard.press('0');
  expect((await sceneOf(page)).solo).toBeUndefined();
  await page.keyboard.press('Control+z');
  expect((await sceneOf(page)).solo).toBe('momentum');
  await page.keyboard.press('Control+Shift+z');
  expect((await sceneOf(page)).solo).toBeUndefined();

  const before = await sceneOf(page);
  const field = fieldOf(page, en.title.startX).first();
  await field.focus();
  for (const key of ['2', 'Space', 'r', 'ArrowRight', 'End', '?']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await field.blur();
  await frames(page, 3);
  expect(await sceneOf(page)).toEqual(before);
  expect(await stepOf(page)).toBe(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: shortcuts.title });
  await sheet.getByRole('checkbox', { name: shortcuts.enabled }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  for (const key of ['ArrowRight', 'Space', '3', '?']) await page.keyboard.press(key);
  await frames(page, 3);
  expect(await sceneOf(page)).toEqual(before);
  expect(await stepOf(page)).toBe(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: header.shortcuts }).click();
  await expect(sheet.getByRole('checkbox', { name: shortcuts.enabled })).not.toBeChecked();
});

test('speed: slow is slower in every frame than fast', async ({ page }) => {
  await open(page, from({ cursor: 0, steps: 20000 }));
  const stepsPerFrame = async (speed: string): Promise<number> => {
    await page.getByRole('combobox', { name: timeline.speed }).selectOption(speed);
    await press(page, timeline.restart);
    await press(page, timeline.play);
    await frames(page, 3);
    const before = await stepOf(page);
    await frames(page, 10);
    const after = await stepOf(page);
    await press(page, timeline.pause);
    return (after - before) / 10;
  };
  const slow = await stepsPerFrame('0.1');
  const fast = await stepsPerFrame('8');
  expect(slow).toBeLessThan(1);
  expect(fast).toBeGreaterThan(Math.max(1, 3 * slow));
});
