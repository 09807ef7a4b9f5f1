import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { decodeLink } from '../../src/state/link.ts';
import { views } from '../../src/state/views.ts';
import { expect, test } from './page.ts';
import { cuts } from './playground/cuts.ts';
import { atRest, frames, open, sceneOf, setScene } from './playground/page.ts';

// A reload calls off the request for the icon, where that is still under way.
test.use({ reducedMotion: 'reduce', isPainted: false, allowed: [/favicon\.svg$/] });

const from = (scene: object): string => `#${encodeURIComponent(JSON.stringify(scene))}`;
const nav = (page: Page) => page.getByRole('navigation', { name: en.header.navigation });
const linkTo = (page: Page, name: string) => nav(page).getByRole('link', { name, exact: true });
const shown = (page: Page) => nav(page).locator('[aria-current=page]');
const [playground, maps, backprop] = views.map(({ name }) => name.en) as [string, string, string];
const step = (page: Page) => page.getByRole('slider', { name: en.timeline.scrub, exact: true });

test('views are one step of the history each; race, settings and camera stay', async ({ page }) => {
  await open(page, from({ cursor: 41, steps: 90 }));
  await expect(shown(page)).toHaveText(playground);
  const camera = () => page.evaluate(() => window.downhill.project(0, 0));
  await page.locator('.scene').press('ArrowRight');
  await atRest(page);
  const turned = await camera();

  await linkTo(page, backprop).click();
  await expect(shown(page)).toHaveText(backprop);
  await expect(page.getByRole('complementary', { name: en.graph.panel })).toBeVisible();
  await expect(page.getByRole('complementary', { name: en.panel.region })).toHaveCount(0);
  await expect(page.locator('.scene-overlay *').filter({ visible: true })).toHaveCount(0);
  expect(decodeLink(new URL(page.url()).hash)).toMatchObject({ view: 'backprop', cursor: 41 });
  await setScene(page, { noise: 0.5 });

  await page.goBack();
  await expect(shown(page)).toHaveText(playground);
  await expect(step(page)).toHaveValue('41');
  expect(await sceneOf(page)).toMatchObject({ view: 'playground', noise: 0.5, cursor: 41 });
  await atRest(page);
  const { x = NaN, y = NaN } = (await camera()) ?? {};
  expect(Math.hypot(x - (turned?.x ?? NaN), y - (turned?.y ?? NaN))).toBeLessThan(2);

  await page.goForward();
  await expect(shown(page)).toHaveText(backprop);
  await page.reload();
  await expect(shown(page)).toHaveText(backprop);
  await expect(page.locator('.playground')).toHaveCount(0);
  expect(await sceneOf(page)).toMatchObject({ view: 'backprop', noise: 0.5 });
  await page.goBack();
  await expect(page.getByRole('application').first()).toBeVisible();
});

test('what changes the race while another view is shown is drawn on return, not before', async ({ page }) => {
  await open(page, from({ cursor: 41 }));
  const pictures = () =>
    page.locator('.side canvas').evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).toDataURL()));
  const drawn = () => page.evaluate(() => window.downhill.stats().frames);
  await atRest(page);
  const before = await pictures();
  expect(before.length).toBeGreaterThan(3);
  await linkTo(page, backprop).click();
  await expect(shown(page)).toHaveText(backprop);
  await atRest(page);
  const count = await drawn();
  await setScene(page, { surface: { id: 'himmelblau' }, start: [1, -2] });
  await frames(page, 4);
  expect(await pictures()).toEqual(before);
  expect(await drawn()).toBe(count);
  await linkTo(page, playground).click();
  await atRest(page);
  const back = await pictures();
  expect(back).not.toEqual(before);
  expect(await drawn()).toBeGreaterThan(count);
  await setScene(page, { start: [1, -2.5] });
  await setScene(page, { start: [1, -2] });
  await atRest(page);
  expect(await pictures()).toEqual(back);
});

test('the keyboard leads from view to view, and the skip link to the controls of each', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(linkTo(page, playground)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(linkTo(page, maps)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(linkTo(page, backprop)).toBeFocused();
  expect(decodeLink((await linkTo(page, backprop).getAttribute('href')) ?? '')).toEqual({
    ...(await sceneOf(page)),
    view: 'backprop',
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: en.graph.panel })).toBeVisible();
  await page.getByRole('link', { name: en.skip }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: en.graph.panel })).toBeFocused();
});

test('no view scrolls as a whole, whatever is open in its panel', async ({ page }) => {
  await page.goto('./');
  for (const { id: view } of views) {
    await setScene(page, { view });
    await expect(page.locator('main:not([inert])').first()).toBeVisible();
    await expect(page.getByText(en.view.loading)).toHaveCount(0);
    for (let depth = 0; depth < 3; depth += 1) {
      await page.evaluate(() => {
        for (const part of document.querySelectorAll<HTMLDetailsElement>('.panel details')) part.open = true;
      });
      await frames(page, 3);
    }
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect.soft(height, view).toBe(720);
  }
});

for (const language of ['en', 'zh'] as const)
  test.describe(`on a phone, ${language}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

    test('every view is in sight in the header, and none is cut off', async ({ page }) => {
      await page.addInitScript(
        (kept) => localStorage.setItem('downhill.preferences', kept),
        JSON.stringify({ language }),
      );
      await open(page, from({ cursor: 600 }));
      await page.getByRole('link', { name: dictionaries[language].skip }).waitFor({ state: 'attached' });
      for (const { name } of views) {
        const link = page.getByRole('link', { name: name[language], exact: true });
        await link.tap();
        await expect(link).toHaveAttribute('aria-current', 'page');
        await expect(link).toBeInViewport({ ratio: 1 });
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        await frames(page, 3);
        expect(await cuts(page)).toEqual([]);
      }
    });
  });
