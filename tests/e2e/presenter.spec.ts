import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { open } from './playground/page.ts';

test.use({ viewport: { width: 640, height: 480 }, reducedMotion: 'reduce', isPainted: false });

const { presenter } = en;

/** What a window shows: the scene, the step, and whether the lesson's answer is there. */
const seen = (page: Page) =>
  page.evaluate(() => ({
    scene: window.downhill.getScene(),
    step: document.querySelector<HTMLInputElement>('main:not([inert]) .timeline .scrub input')?.value,
    isPlaying: document.querySelector('main:not([inert]) .timeline .play')?.ariaLabel,
  }));

const keys = ['PageDown', 'PageDown', 'PageUp', '.', ' ', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft', 'Home', 'r'];

test('notes in a second window drive the projected one: in step through 100 random keys in either', async ({
  page,
  context,
}) => {
  await open(page);
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')]);
  await expect(notes.getByText(presenter.joined)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await violations(notes)).toEqual([]);
  let seed = 11;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let i = 0; i < 100; i += 1) {
    const key = keys[random(keys.length)] ?? ' ';
    await (random(2) === 0 ? page : notes).keyboard.press(key);
  }
  await notes.keyboard.press('ArrowLeft');
  await expect(async () => expect(await seen(page)).toEqual(await seen(notes))).toPass();
  expect((await seen(page)).scene.lesson).toBeDefined();

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-presenting');
  await expect(async () => expect(await seen(page)).toEqual(await seen(notes))).toPass();
  await notes.getByRole('button', { name: presenter.leave }).click();
  await expect(page.getByRole('banner')).toBeVisible();
  await page.getByRole('group', { name: en.header.language }).getByRole('button').first().click();
  await expect(notes.getByRole('heading', { name: zh.presenter.title })).toBeVisible();
  await page.close();
  await expect(notes.getByText(zh.presenter.alone)).toBeVisible();
});
