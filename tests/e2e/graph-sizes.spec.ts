import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { openGraph } from './playground/graph.ts';
import { frames, setScene } from './playground/page.ts';

const gates = '2*(x*y + max(z, w))';

for (const [name, size] of [
  ['projector', { width: 1024, height: 768 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test.describe(name, () => {
    test.use({
      viewport: size,
      reducedMotion: 'reduce',
      ...(name === 'phone' ? { isMobile: true, hasTouch: true } : {}),
    });

    test(`nothing is cut off or inaccessible, both languages and themes, ${size.width} wide`, async ({ page }) => {
      await openGraph(page, { program: gates, inputs: { x: 3, y: -4, z: 2, w: -1 } });
      for (const language of ['English', '中文'])
        await test.step(language, async () => {
          await page.getByRole('button', { name: language }).click();
          await page.locator('.header-tools .icon-button').last().click();
          await setScene(page, { backprop: language === '中文' ? { of: 'surface' } : { program: gates } });
          await expect(page.locator('.gate').first()).toBeVisible();
          await frames(page, 3);
          expect.soft(await cuts(page)).toEqual([]);
          expect.soft(await violations(page)).toEqual([]);
        });
    });
  });
