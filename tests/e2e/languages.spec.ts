import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { surfaceOf } from '../../surfaces/catalog.ts';
import { expect, test } from './page.ts';
import { collisions } from './playground/collisions.ts';
import { cuts } from './playground/cuts.ts';
import { atRest, frames, open, setScene } from './playground/page.ts';

test.use({ reducedMotion: 'reduce' });

const windows = [
  { name: 'projector', width: 1280, height: 720 },
  { name: 'full HD', width: 1920, height: 1080 },
  { name: 'old projector', width: 1024, height: 768 },
  { name: 'phone', width: 390, height: 844, isMobile: true, hasTouch: true },
  { name: 'zoomed in', width: 320, height: 640 },
];
const languages = ['en', 'zh'] as const;
const tags = { en: 'en', zh: 'zh-CN' };
const finished = `#${encodeURIComponent(JSON.stringify({ cursor: 600 }))}`;

for (const { name, width, height, ...device } of windows)
  test.describe(name, () => {
    test.use({ viewport: { width, height }, ...device });

    test(`${width} × ${height}, both languages, both themes: nothing is cut off, nothing overlaps`, async ({
      page,
    }, info) => {
      await open(page, finished);
      for (const theme of ['dark', 'light'] as const)
        for (const language of languages)
          await test.step(`${language}, ${theme}`, async () => {
            await page.getByRole('button', { name: language === 'en' ? 'English' : '中文' }).click();
            const { header } = dictionaries[language];
            if ((await page.locator('html').getAttribute('data-theme')) !== theme)
              await page.getByRole('button', { name: theme === 'dark' ? header.toDark : header.toLight }).click();
            await expect(page.locator('html')).toHaveAttribute('lang', tags[language]);
            await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
            await atRest(page);
            await frames(page, 2);
            await page.screenshot({
              path: info.outputPath(`${width}x${height}-${language}-${theme}.png`),
              fullPage: true,
            });
            expect.soft(await cuts(page)).toEqual([]);
            expect.soft(await collisions(page)).toEqual([]);
          });
      await setScene(page, {
        surface: { id: 'goldstein-price' },
        optimizers: [
          { id: 'sgd', lr: 9 },
          { id: 'momentum', lr: 1e-9 },
          { id: 'nesterov' },
          { id: 'adagrad' },
          { id: 'rmsprop' },
          { id: 'adam' },
        ],
        cursor: 300,
      });
      for (const language of languages)
        await test.step(`long words, ${language}`, async () => {
          await page.getByRole('button', { name: language === 'en' ? 'English' : '中文' }).click();
          await atRest(page);
          await frames(page, 2);
          await page.screenshot({ path: info.outputPath(`${width}x${height}-${language}-long.png`), fullPage: true });
          expect.soft(await cuts(page)).toEqual([]);
          expect.soft(await collisions(page)).toEqual([]);
        });
    });
  });

test('language and theme are remembered, and a Chinese browser gets Chinese', async ({ page, browser, baseURL }) => {
  await open(page);
  await expect(page.getByRole('combobox', { name: dictionaries.en.title.surface })).toContainText(
    surfaceOf('rosenbrock').name.en,
  );
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: dictionaries.zh.header.toLight }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page).toHaveTitle(new RegExp(dictionaries.zh.tagline));
  await expect(page.getByRole('complementary', { name: dictionaries.zh.panel.region })).toBeVisible();

  const chinese = await browser.newContext({
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const other = await chinese.newPage();
  await other.goto('./');
  await expect(other.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(other.getByRole('button', { name: dictionaries.zh.timeline.play, exact: true })).toBeVisible();
  await chinese.close();
});
