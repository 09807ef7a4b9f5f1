import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { lessons } from '../../src/lessons/catalog.ts';
import type { ViewId } from '../../src/state/views.ts';
import { expect, test } from './page.ts';
import { cuts } from './playground/cuts.ts';
import { illegible } from './playground/legible.ts';
import { frames, sceneOf } from './playground/page.ts';

test.use({ reducedMotion: 'reduce' });

const rooms = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;
const languages = ['en', 'zh'] as const;

/** Opens a view and projects it. */
async function project(page: Page, view: ViewId, language: (typeof languages)[number], scene = {}): Promise<void> {
  await page.addInitScript((kept) => localStorage.setItem('downhill.preferences', kept), JSON.stringify({ language }));
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ view, ...scene }))}`);
  await expect(page.locator(`main.${view}`)).toBeVisible();
  await page.keyboard.press('p');
}

/** What lies under the button for the notes, besides the stage that is empty there. */
const underNotes = (page: Page, texts: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const notes = document.querySelector('.present-notes')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const box = element.localName === 'canvas' ? element.getBoundingClientRect() : range.getBoundingClientRect();
        return box.right > notes.left && box.left < notes.right && box.bottom > notes.top && box.top < notes.bottom;
      })
      .map((element) => `${element.className} ${element.textContent}`);
  }, texts);

test('wires and gates of a graph can be followed from the back row', async ({ page }) => {
  await project(page, 'backprop', 'en');
  for (const room of rooms) {
    await page.setViewportSize(room);
    const thinnest = () =>
      page.locator('.graph :is(.wire-line, .gate-pill)').evaluateAll((all) =>
        Math.min(
          ...all.map((line) => {
            const { a = 1, b = 0 } = (line as SVGGraphicsElement).getScreenCTM() ?? {};
            return Number.parseFloat(getComputedStyle(line).strokeWidth) * Math.hypot(a, b);
          }),
        ),
      );
    await expect.poll(thinnest, `${room.width} × ${room.height}`).toBeGreaterThanOrEqual((4 / 768) * room.height - 0.3);
  }
  await page.keyboard.press('Home');
  const paint = await page.locator('.wire[data-dark] .wire-line').first().evaluate((line) => getComputedStyle(line).stroke); // prettier-ignore
  expect(paint).toBe('rgb(118, 127, 144)');
});

test('on the board one name stands below the other, whole, beside the longest count of steps', async ({ page }) => {
  const optimizers = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'nadam'].map((id) => ({ id }));
  await project(page, 'playground', 'en', { steps: 20_000, cursor: 12_345, optimizers });
  const places = page.locator('.place');
  await expect(places).toHaveCount(7);
  await expect(places.nth(1)).toContainText(/e−\d+.*✓/);
  for (const room of [rooms[1], { width: 1366, height: 768 }, rooms[2]]) {
    await page.setViewportSize(room);
    await frames(page, 4);
    const lefts = await places.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(new Set(lefts.filter((_, i) => i % 2 === 0)).size).toBe(1);
    expect(new Set(lefts.filter((_, i) => i % 2 === 1)).size).toBe(1);
    const where = `${room.width} × ${room.height}`;
    expect.soft(await cuts(page), where).toEqual([]);
    expect.soft(await illegible(page), where).toEqual([]);
    const sign = await places.nth(1).locator('.place-status').boundingBox();
    const steps = await page.locator('.steps').boundingBox();
    expect((sign?.x ?? NaN) + (sign?.width ?? NaN)).toBeLessThan(steps?.x ?? NaN);
  }
});

for (const language of languages) {
  test(`six maps are squares that can be told apart from the back row, ${language}`, async ({ page }) => {
    await project(page, 'maps', language);
    for (const room of rooms) {
      await page.setViewportSize(room);
      await frames(page, 4);
      // They take their new size one after the other, in turns.
      await expect(async () => {
        const maps = await page.locator('.map[data-map] .map-pixels').evaluateAll((all) =>
          all.map((one) => {
            const { left, top, right, bottom } = one.getBoundingClientRect();
            return { left, top, right, bottom };
          }),
        );
        expect(maps).toHaveLength(6);
        for (const [i, { left, top, right, bottom }] of maps.entries()) {
          expect(right - left).toBeGreaterThanOrEqual(room.height * 0.29);
          expect(Math.abs(right - left - (bottom - top))).toBeLessThan(2);
          expect(left >= 0 && top >= 0 && right <= room.width && bottom <= room.height).toBe(true);
          const over = maps
            .slice(i + 1)
            .filter((one) => one.left < right && one.right > left && one.top < bottom && one.bottom > top);
          expect(over).toEqual([]);
        }
      }).toPass({ timeout: 60_000 });
      const where = `${room.width} × ${room.height}`;
      expect.soft(await cuts(page), where).toEqual([]);
      expect.soft(await illegible(page), where).toEqual([]);
      expect.soft(await underNotes(page, '.map h2, .map-pixels'), where).toEqual([]);
    }
  });

  test(`networks have their whole names, ${language}`, async ({ page }) => {
    await project(page, 'network', language);
    await expect(page.locator('.cell-score').first()).toHaveText(/%$/);
    for (const room of rooms) {
      await page.setViewportSize(room);
      await frames(page, 4);
      const where = `${room.width} × ${room.height}`;
      expect.soft(await cuts(page), where).toEqual([]);
      expect.soft(await illegible(page), where).toEqual([]);
      expect
        .soft(await underNotes(page, '.cell-name, .cell-score, .cell-picture canvas, .timeline *'), where)
        .toEqual([]);
    }
  });

  test(`the list of lessons is legible from the back row, and leads to them, ${language}`, async ({ page }) => {
    await project(page, 'lessons', language);
    const [first] = lessons;
    const item = page.getByRole('main').getByRole('button', { name: first?.title[language] ?? '' });
    for (const room of rooms) {
      await page.setViewportSize(room);
      await expect(item).toBeInViewport({ ratio: 1 });
      const where = `${room.width} × ${room.height}`;
      expect.soft(await cuts(page), where).toEqual([]);
      expect.soft(await illegible(page), where).toEqual([]);
    }
    await item.click();
    expect((await sceneOf(page)).lesson).toBe(first?.id);
    await expect(page.getByRole('region', { name: dictionaries[language].classroom.lesson })).toBeVisible();
  });
}
