import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { open, runsOf, setScene } from './playground/page.ts';

test.use({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce', isPainted: false });

const { header, own, share } = en;

test('where storage, threads, channels and the clipboard are denied, every view works and says what is lost', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const get = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'Worker'])
      Object.defineProperty(window, name, { get, configurable: true });
    Reflect.deleteProperty(window, 'BroadcastChannel');
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(page, '#{"steps":60,"surface":{"id":"himmelblau"},"noise":0.5,"fan":4}');
  expect((await runsOf(page)).map(({ steps }) => steps)).toEqual(Array(6).fill(60));
  await expect(page.locator('.scene-runner')).toHaveCount(6);
  await expect.poll(() => page.evaluate(() => window.downhill.getFans()?.length)).toBe(6);

  await page.getByRole('button', { name: header.share, exact: true }).click();
  await page.getByRole('button', { name: share.copy, exact: true }).first().click();
  await expect(page.getByText(share.notCopied)).toBeVisible();
  await page.getByRole('button', { name: own.record }).click();
  await expect(page.getByText(own.lost)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByText(en.presenter.impossible)).toBeVisible();
  await page.keyboard.press('Escape');

  await setScene(page, { view: 'lessons' });
  await expect(page.getByText(own.lost)).toBeVisible();
  await setScene(page, { view: 'backprop' });
  await expect(page.getByText(en.graph.missing)).toBeVisible();
  await setScene(page, { view: 'maps' });
  await expect(page.getByRole('application', { name: en.maps.mapOf('Adam') })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await setScene(page, { view: 'network', network: { data: 'moons', params: { rows: 60 }, epochs: 3, hidden: [4] } });
  const epochs = () => page.evaluate(() => window.downhill.getNetworks().map(({ epoch }) => epoch));
  await expect.poll(epochs).toEqual(Array(6).fill(3));
});

test('where the storage is full, all works, and what is not kept is said', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page);
  // A preference holds until the page is left.
  await page.getByRole('button', { name: header.toLight }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: header.share, exact: true }).click();
  await page.getByRole('button', { name: own.record }).click();
  await expect(page.getByText(own.lost)).toBeVisible();
  await page.keyboard.press('Escape');
  await setScene(page, { view: 'lessons' });
  await expect(page.getByText(own.lost)).toBeVisible();
  await expect(page.locator('.own-list > li')).toHaveCount(1);
  await page.locator('.lesson-list').getByRole('button').first().click();
  const answer = page.getByRole('button', { name: '3', exact: true });
  await answer.click();
  await expect(answer).toHaveAttribute('aria-pressed', 'true');
  await setScene(page, { view: 'playground', steps: 50 });
  expect((await runsOf(page)).map(({ steps }) => steps)).toEqual(Array(6).fill(50));
});
