import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { views } from '../../src/state/views.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { frames, open } from './playground/page.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const scene = { steps: 60, cursor: 60, network: { data: 'moons', epochs: 2 }, maps: { steps: 50 } };

for (const language of ['en', 'zh'] as const)
  test(`axe finds nothing in any view, in three themes: ${language}`, async ({ page }) => {
    const kept = JSON.stringify({ language, theme: 'dark' });
    await page.addInitScript((text) => localStorage.setItem('downhill.preferences', text), kept);
    await open(page, `#${encodeURIComponent(JSON.stringify(scene))}`);
    const { header } = dictionaries[language];
    const root = page.locator('html');
    const check = async (what: string): Promise<void> => {
      await frames(page, 2);
      expect.soft(await violations(page), what).toEqual([]);
    };
    for (const { id, name } of views) {
      await page
        .getByRole('navigation', { name: header.navigation })
        .getByRole('link', { name: name[language], exact: true })
        .click();
      await expect(page.locator('[aria-current=page]')).toHaveText(name[language]);
      await expect(page.locator(`main.${id}`)).toBeVisible();
      await check(`${id}, dark`);
      await page.getByRole('button', { name: header.toLight, exact: true }).click();
      await expect(root).toHaveAttribute('data-theme', 'light');
      await check(`${id}, light`);
      await page.emulateMedia({ contrast: 'more' });
      await expect(root).toHaveAttribute('data-contrast');
      await check(`${id}, light, high contrast`);
      await page.emulateMedia({ contrast: 'no-preference' });
      await page.getByRole('button', { name: header.toDark, exact: true }).click();
      await expect(root).toHaveAttribute('data-theme', 'dark');
    }
  });
