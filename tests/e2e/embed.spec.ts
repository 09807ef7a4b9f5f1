import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { open } from './playground/page.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const { classroom, header, panel, share, timeline } = en;

test('an embedded page shows the race without the header and what its address hides', async ({ page }) => {
  await open(page, '?embed=1&hide=panel,board#{"noise":0.5}');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('complementary', { name: panel.region })).toBeHidden();
  await expect(page.getByRole('region', { name: en.board.region })).toBeHidden();
  const { width = 0, height = 0 } = (await page.locator('main').boundingBox()) ?? {};
  expect([width, height]).toEqual([1280, 720]);
  expect(await cuts(page)).toEqual([]);
  await expect(page.getByRole('region', { name: timeline.region })).toBeVisible();
  expect(await page.evaluate(() => window.downhill.getScene().noise)).toBe(0.5);
  const stage = page.getByRole('region', { name: en.stage.region });
  for (const [hide, share] of [
    ['header panel', 0.79],
    ['header panel map chart', 1],
  ] as const) {
    await page.evaluate((names) => (document.documentElement.dataset['hide'] = names), hide);
    expect((await stage.boundingBox())?.width).toBeCloseTo(share * 1280, 0);
  }
});

test('the link is a QR code, and code to embed the page', async ({ page }, info) => {
  await open(page);
  await page.getByRole('button', { name: header.share, exact: true }).click();
  await page.getByText(classroom.qr, { exact: true }).click();
  await expect(page.getByRole('img', { name: classroom.qrOf })).toBeInViewport();
  await page.screenshot({ path: info.outputPath('qr.png') });
  await page.getByText(classroom.embed, { exact: true }).click();
  const link = await page.getByLabel(share.link, { exact: true }).inputValue();
  const code = await page.getByRole('textbox', { name: classroom.embed }).inputValue();
  expect(code).toContain(`?embed=1${new URL(link).hash}`);
  expect(await violations(page)).toEqual([]);
});
