import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { atRest, open } from './playground/page.ts';

test.use({ viewport: { width: 640, height: 480 }, reducedMotion: 'reduce' });

test('on paper it is one page, A4 or Letter, with picture, table, settings and QR code', async ({ page }) => {
  await open(page);
  await atRest(page);
  await page.evaluate(() =>
    window.addEventListener('beforeprint', () => {
      const { theme } = document.documentElement.dataset;
      const sheet = document.querySelector('.handout');
      const { width = 0 } = sheet?.querySelector('canvas') ?? {};
      document.body.dataset['printed'] = JSON.stringify({ theme, hasPicture: width > 100, text: sheet?.textContent });
    }),
  );
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), format).toHaveLength(1);
  }
  const printed = JSON.parse((await page.locator('body').getAttribute('data-printed')) ?? '{}') as { text: string };
  expect(printed).toMatchObject({ theme: 'light', hasPicture: true });
  for (const words of ['Rosenbrock', 'Momentum', 'beta1 = 0.9', 'a = 1, b = 100', en.print.scan])
    expect(printed.text).toContain(words);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.handout')).toHaveCount(0);
});
