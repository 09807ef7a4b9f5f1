import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { frames, sceneOf, setScene } from './playground/page.ts';

const open = async (page: Page, scene: object): Promise<void> => {
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ view: 'maps', steps: 40, ...scene }))}`);
  await expect(page.locator('.map').first()).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
};

const said = (page: Page) => page.locator('.readout > .note');
const place = (page: Page) => page.locator('.readout-place');
/** A point of the map of an optimizer's starts, in pixels of the window. */
async function pointOf(page: Page, name: string, across: number, down: number): Promise<[number, number]> {
  const map = page.locator(`[data-map="basin ${name}"] .map-area`);
  await map.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + width * across, y + height * down];
}

test('of two settings that are clicked, the readout, the sentence and the cross tell the same', async ({ page }) => {
  await open(page, { maps: { kind: 'hyper', optimizer: 'adam' } });
  const { x, y, width, height } = (await page.getByRole('application').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }; // prettier-ignore
  await page.mouse.move(x + width * 0.6, y + height * 0.4);
  await expect(place(page)).toContainText('lr =');
  const pointed = (await place(page).textContent()) ?? '';
  await page.mouse.down();
  await page.mouse.up();
  await expect(said(page)).toHaveText(en.maps.taken(pointed.replaceAll(' =', '').replace('   ', ', ')));
  await frames(page, 3);
  await expect(place(page)).toHaveText(pointed);
});

test('a click counts where the map has not been drawn in its new size yet, and where it gets one under the pointer', async ({
  page,
}) => {
  await open(page, {});
  const map = page.locator('[data-map="basin adam"] .map-area');
  // The map hears of its size first: what is heard next comes before its next picture.
  await map.evaluate(async (element) => {
    const resized = new Promise<void>((done) => {
      const sizes = new ResizeObserver(([{ target, contentRect } = {} as ResizeObserverEntry]) => {
        if (contentRect?.width !== 200) return;
        sizes.disconnect();
        const { left, top, width, height } = target.getBoundingClientRect();
        const at = { clientX: left + width * 0.4, clientY: top + height * 0.5 };
        for (const name of ['pointerdown', 'pointerup'])
          target.dispatchEvent(new PointerEvent(name, { ...at, bubbles: true, isPrimary: true, pointerType: 'touch' }));
        done();
      });
      sizes.observe(element);
    });
    element.style.width = '200px';
    await resized;
  });
  await expect(said(page)).toBeVisible();
  const tapped = (await sceneOf(page)).start;

  const [x, y] = await pointOf(page, 'momentum', 0.6, 0.4);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.setViewportSize({ width: 1024, height: 768 });
  await frames(page, 3);
  await page.mouse.move(x + 1, y);
  await page.mouse.up();
  await expect.poll(async () => (await sceneOf(page)).start).not.toEqual(tapped);
  expect((await sceneOf(page)).maps).toBeUndefined();
});

test('the small surface shows the same run, whatever part of the starts is mapped', async ({ page }) => {
  await open(page, { maps: { kind: 'hyper', optimizer: 'adam' } });
  const picture = async (): Promise<string> => {
    await frames(page, 3);
    return page.locator('.surface-path').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  };
  const whole = await picture();
  await setScene(page, { maps: { kind: 'hyper', optimizer: 'adam', area: [0, 1, 0, 1] } });
  expect((await picture()) === whole).toBe(true);
  await setScene(page, { start: [1, 2] });
  expect((await picture()) === whole).toBe(false);
});

for (const language of ['en', 'zh'] as const)
  test(`what a click took over, and what became of all runs, is in sight on a small laptop, ${language}`, async ({
    page,
  }) => {
    await page.addInitScript(
      (kept) => localStorage.setItem('downhill.preferences', kept),
      JSON.stringify({ language }),
    );
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(page, { steps: 600 });
    await page.mouse.click(...(await pointOf(page, 'adam', 0.4, 0.5)));
    await expect(said(page)).toContainText(dictionaries[language].maps.taken('').trim());
    await expect(said(page)).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.readout li').last()).toBeInViewport({ ratio: 1 });
    const rest = (): Promise<number> =>
      page.locator('.maps-said').evaluate((panel) => panel.scrollHeight - panel.clientHeight);
    expect(await rest()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 625 });
    await expect(page.locator('.readout li').last()).toBeInViewport({ ratio: 1 });
    // Four minima have a longer key.
    await page.setViewportSize({ width: 1024, height: 768 });
    await setScene(page, { surface: { id: 'himmelblau' }, steps: 40 });
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await frames(page, 3);
    await page.mouse.click(...(await pointOf(page, 'adam', 0.4, 0.5)));
    await expect(said(page)).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.readout li').last()).toBeInViewport({ ratio: 1 });
  });

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('what a tap points at stays to be read, while the page is scrolled, until something else is touched', async ({
    page,
  }) => {
    await open(page, {});
    await page.touchscreen.tap(...(await pointOf(page, 'rmsprop', 0.6, 0.4)));
    const [x, y] = (await sceneOf(page)).start;
    await expect(said(page)).toBeVisible();
    await expect(place(page)).toContainText(/^x = .*y = /);
    for (const outcome of await page.locator('.readout-outcome').all()) await expect(outcome).not.toBeEmpty();

    // A finger that scrolls over a map.
    const [across, down] = await pointOf(page, 'rmsprop', 0.5, 0.6);
    const before = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by?: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: by === undefined ? [] : [{ x: across, y: down - by }] }); // prettier-ignore
    await touch('touchStart', 0);
    for (let by = 10; by <= 160; by += 10) await touch('touchMove', by);
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    expect((await sceneOf(page)).start).toEqual([x, y]);
    await expect(place(page)).toContainText(/^x = .*y = /);
    await expect(said(page)).toBeVisible();

    await page.touchscreen.tap(...(await pointOf(page, 'adam', 0.5, 0.6)));
    expect((await sceneOf(page)).start).not.toEqual([x, y]);
    await expect(place(page)).toContainText(/^x = .*y = /);
    await expect(said(page)).toBeVisible();
    await place(page).tap();
    await expect(place(page)).toHaveText(en.maps.point);
    await expect(said(page)).toHaveCount(0);
  });
});
