import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { words } from '../../src/scene/words.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { atRest, open, sceneOf, setScene } from './playground/page.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const finished = `#${encodeURIComponent(JSON.stringify({ cursor: 600 }))}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const [language, theme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const)
  test(`axe finds nothing, ${language}, ${theme} and the other theme, dialogs and messages too`, async ({ page }) => {
    await page.addInitScript(
      (kept) => localStorage.setItem('downhill.preferences', kept),
      JSON.stringify({ language, theme }),
    );
    await open(page, finished);
    const { header, editor, chart, share, notice, panel } = dictionaries[language];
    await atRest(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const check = async (what: string): Promise<void> => {
      await test.step(what, async () => expect.soft(await violations(page), what).toEqual([]));
    };
    await check('as it opens');

    for (const summary of await page.locator('#controls details.more > summary').all()) await summary.click();
    await setScene(page, {
      steps: 0,
      noise: Number.NaN,
      optimizers: [
        { id: 'sgd', lr: 1e9 },
        { id: 'adam', off: true },
      ],
      solo: 'sgd',
      inspect: 'sgd',
      curvature: true,
    });
    await expect(page.getByRole('region', { name: notice.title })).toBeVisible();
    await check('with everything open and a message');
    await button(page, notice.dismiss).click();

    for (const name of [header.share, header.shortcuts, chart.compare]) {
      await button(page, name).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      if (name === header.share) await page.getByRole('button', { name: share.use, exact: true }).click();
      await check(name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(button(page, name)).toBeFocused();
    }
    await button(page, editor.editSurface).click();
    await button(page, editor.add).click();
    await page.getByLabel(editor.surfaceFormula).fill('x^2 + * y');
    await check('editors');
    await button(page, theme === 'dark' ? header.toLight : header.toDark).click();
    await check('the other theme');
    await expect(page.getByRole('complementary', { name: panel.region })).toBeVisible();
  });

/** Walks with Tab to the control with a name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 150; steps += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const { activeElement: element } = document;
      const outline = element === null ? 'none' : getComputedStyle(element).outlineStyle;
      return { name: element?.ariaLabel ?? element?.textContent ?? '', isSeen: outline !== 'none' };
    });
    expect(found.isSeen, `the focus is to be seen on “${found.name}”`).toBe(true);
    if (typeof name === 'string' ? found.name === name : name.test(found.name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('by keyboard alone: choose a surface, move the start, change a rate, run, scrub, share', async ({ page }) => {
  await open(page, finished);
  const { title, timeline, header, share, skip, quantity } = en;

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: skip })).toBeFocused();
  await expect(page.getByRole('link', { name: skip })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: en.panel.region })).toBeFocused();
  await tabTo(page, `SGD, ${quantity['lr']} lr`);
  const { lr } = (await sceneOf(page)).optimizers[0] ?? {};
  await page.keyboard.press('ArrowRight');
  expect((await sceneOf(page)).optimizers[0]?.lr).toBeGreaterThan(lr ?? NaN);

  await page.locator('h1').evaluate((element) => {
    element.tabIndex = -1;
    element.focus();
  });
  await tabTo(page, title.surface);
  await page.keyboard.press('ArrowDown');
  expect((await sceneOf(page)).surface).toMatchObject({ id: 'bowl' });

  await tabTo(page, words.start.en);
  const { start } = await sceneOf(page);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowDown');
  const moved = (await sceneOf(page)).start;
  expect(moved[0]).toBeGreaterThan(start[0]);
  expect(moved[1]).toBeLessThan(start[1]);

  await tabTo(page, new RegExp(`^(${timeline.play}|${timeline.pause})$`));
  if (await button(page, timeline.play).isVisible()) await page.keyboard.press('Enter');
  await expect(button(page, timeline.pause)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, timeline.play)).toBeFocused();
  await tabTo(page, timeline.scrub);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider', { name: timeline.scrub, exact: true })).toHaveValue('1');

  await page.locator('h1').focus();
  await tabTo(page, header.share);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: share.title });
  await expect(dialog).toBeVisible();
  await tabTo(page, share.copy);
  await page.keyboard.press('Escape');
  await expect(button(page, header.share)).toBeFocused();
});
