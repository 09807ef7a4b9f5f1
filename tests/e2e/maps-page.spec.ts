import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openingRules } from '../../src/optimizers/catalog.ts';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { sceneOf, setScene } from './playground/page.ts';

const openMaps = async (page: Page, scene: object): Promise<void> => {
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ view: 'maps', ...scene }))}`);
  await expect(page.locator('.map').first()).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
};

/** Pixels of a saved picture in boxes of the page that have a colour of their own: how often each colour occurs, by box. */
async function coloursIn(
  page: Page,
  png: Buffer,
  boxes: readonly (readonly number[])[],
): Promise<Map<string, number>[]> {
  const counts = await page.evaluate(
    async ([data, all]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const stage = document.querySelector('.maps-stage')?.getBoundingClientRect() as DOMRect;
      const scale = image.width / (stage.width + 32);
      return all.map(([left = 0, top = 0, width = 0, height = 0]) => {
        const at = [(left - stage.left + 16) * scale, (top - stage.top + 16) * scale].map(Math.round) as [
          number,
          number,
        ];
        const pixels = context.getImageData(...at, Math.ceil(width * scale), Math.ceil(height * scale)).data;
        const found: Record<string, number> = {};
        for (let i = 0; i < pixels.length; i += 4) {
          const [r = 0, g = 0, b = 0] = pixels.slice(i, i + 3);
          const colour = `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
          found[colour] = (found[colour] ?? 0) + 1;
        }
        return Object.entries(found);
      });
    },
    [png.toString('base64'), boxes] as const,
  );
  return counts.map((each) => new Map(each));
}

for (const [language, theme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const)
  test(`a saved picture has the glyph of every optimizer, and words wrapped as on the page, ${language}, ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript(
      (kept) => localStorage.setItem('downhill.preferences', kept),
      JSON.stringify({ language, theme }),
    );
    await openMaps(page, { surface: { id: 'himmelblau' }, steps: 40 });
    const words = dictionaries[language];
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: words.maps.pngOf }).click();
    const png = readFileSync(await (await saved).path());

    const boxOf = (selector: string, place = 0): Promise<readonly [number, number, number, number]> =>
      page
        .locator(selector)
        .nth(place)
        .evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y, width, height];
        });
    const glyphs = await Promise.all(openingRules.map((_, i) => boxOf('.map figcaption .glyph', i)));
    const [x, y, width, height] = await boxOf('.maps-stage');
    const [margin, ...shapes] = await coloursIn(page, png, [[x + width, y, 15, height], ...glyphs]);
    // What is cut at the edge runs into the margin.
    expect(margin?.size).toBe(1);
    openingRules.forEach(({ id, mark }, i) => expect(shapes[i]?.get(mark[theme]) ?? 0, id).toBeGreaterThan(60));
  });

test('keys zoom a map about the probe, out to the whole and no farther; it is said, and in the link', async ({
  page,
}) => {
  await openMaps(page, { surface: { id: 'himmelblau' }, steps: 20 });
  const map = page.getByRole('application', { name: en.maps.mapOf('Adam') });
  const status = page.locator('.readout [role=status]');
  const areaOf = async () => (await sceneOf(page)).maps?.area;
  await map.focus();
  await map.press('+');
  expect(await areaOf()).toEqual([-2.5, 2.5, -2.5, 2.5]);
  await expect(status).toContainText(en.maps.shown(`x ${en.contour.range('-2.5', '2.5')}`));
  await map.press('Shift+ArrowRight');
  await expect(status).not.toContainText(en.maps.shown(''));
  await map.press('=');
  const [x0, x1] = (await areaOf()) ?? [NaN, NaN];
  expect(x1 - x0).toBeCloseTo(2.5, 9);
  await expect(page).toHaveURL(/#/);
  expect(await page.evaluate(() => location.hash)).not.toBe('');
  await map.press('-');
  await map.press('-');
  await map.press('-');
  expect(await areaOf()).toBeUndefined();
  await map.press('+');
  await map.press('0');
  expect(await areaOf()).toBeUndefined();
  await expect(status).toContainText(en.maps.whole);
  // Of the keys that a map takes, none does what it does elsewhere.
  expect((await sceneOf(page)).solo).toBeUndefined();

  await setScene(page, { maps: { kind: 'hyper', optimizer: 'adam' } });
  const two = page.getByRole('application');
  await two.focus();
  await two.press('+');
  const { x, y } = (await sceneOf(page)).maps ?? {};
  expect((x?.to ?? NaN) / (x?.from ?? NaN)).toBeCloseTo(300, -1);
  expect(y?.name).toBe('beta1');
  await two.press('-');
  expect((await sceneOf(page)).maps).not.toHaveProperty('x');
});

test('a run that stopped at a pixel has the reason of that pixel', async ({ page }) => {
  await openMaps(page, {
    steps: 5,
    optimizers: [{ id: 'mine', rule: 'x = x - lr*log(c)*g', lr: 1e-5, c: 0.5 }],
    maps: {
      kind: 'hyper',
      x: { name: 'lr', from: 1e-6, to: 1e-4, scale: 'log' },
      y: { name: 'c', from: -0.5, to: 1.5, scale: 'linear' },
    },
  });
  const map = page.getByRole('application');
  await map.focus();
  for (let i = 0; i < 3; i += 1) await map.press('Shift+ArrowDown');
  await expect(page.locator('.readout-outcome')).toContainText(/\(log of −0\.\d+\)/);
});

test('a map that cannot be made says why, and has no progress beside it', async ({ page }) => {
  await page.addInitScript(() => {
    const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data') ?? {};
    Object.defineProperty(MessageEvent.prototype, 'data', {
      get(this: MessageEvent) {
        const data = get?.call(this) as { order?: number; cells?: unknown } | undefined;
        return typeof data === 'object' && 'cells' in data ? { order: data.order, failure: 'on purpose' } : data;
      },
    });
  });
  await page.goto(
    `./#${encodeURIComponent(JSON.stringify({ view: 'maps', maps: { kind: 'hyper', optimizer: 'adam' } }))}`,
  );
  const map = page.locator('.map[data-map]');
  await expect(map.locator('.problem')).toHaveText(en.maps.failed('on purpose'));
  await expect(map.getByRole('progressbar')).toHaveCount(0);
});
