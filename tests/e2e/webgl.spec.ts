import { en } from '../../src/i18n/en.ts';
import { words } from '../../src/scene/words.ts';
import { surfaceOf } from '../../surfaces/catalog.ts';
import { expect, test } from './page.ts';
import { collisions } from './playground/collisions.ts';
import { atRest, frames, open, runsOf, setScene } from './playground/page.ts';
import { pixelsIn } from './playground/pixels.ts';
import { grab, sliderOf } from './playground/slider.ts';

const { timeline, stage, contour } = en;
const button = (name: string) => ({ name, exact: true });

test('without WebGL the map stands alone, large, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
    } as typeof getContext;
  });
  await page.goto('./');
  const map = page.getByRole('group', { name: contour.region });
  await expect(page.getByText(stage.failed)).toBeInViewport();
  await expect(map).toHaveCount(1);
  const box = await map.boundingBox();
  expect((box?.width ?? 0) * (box?.height ?? 0)).toBeGreaterThan(0.3 * 1280 * 720);
  await expect(page.locator('.scene')).toHaveCount(0);
  expect(await collisions(page)).toEqual([]);

  const picture = (name: string): Promise<string> =>
    page.evaluate((layer) => (document.querySelector(`.contour-${layer}`) as HTMLCanvasElement).toDataURL(), name);
  const start = await picture('lines');
  await expect.poll(() => picture('lines')).not.toBe(start);
  await page.getByRole('button', button(timeline.pause)).click();
  const scrub = page.getByRole('slider', button(timeline.scrub));
  await page.keyboard.press('End');
  await expect.poll(() => scrub.inputValue()).toBe(String((await runsOf(page))[0]?.steps));
  await frames(page, 2);

  const [before, runs] = [await picture('lines'), JSON.stringify(await runsOf(page))];
  const bands = await picture('surface');
  const dragTo = await grab(page, sliderOf(page, `${surfaceOf('rosenbrock').name.en}, a`));
  await dragTo(0.2);
  await page.mouse.up();
  await frames(page, 2);
  expect(JSON.stringify(await runsOf(page))).not.toBe(runs);
  expect(await picture('lines')).not.toBe(before);
  await expect.poll(() => picture('surface')).not.toBe(bands);

  await map.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
  const [x, y] = await page.evaluate(() => window.downhill.getScene().start);
  expect(Math.hypot(x, y - 1)).toBeLessThan(0.3);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => map.boundingBox().then((narrow) => narrow?.height)).toBeGreaterThan(300);
  expect(await collisions(page)).toEqual([]);
});

test('a lost context is told of and comes back, and the same picture with it', async ({ page }) => {
  await open(page, `#${encodeURIComponent(JSON.stringify({ cursor: 200 }))}`);
  const drawn = await atRest(page);
  const box = await page.locator('.scene canvas').boundingBox();
  const before = await pixelsIn(page, box);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const canvas = document.querySelector('.scene canvas') as HTMLCanvasElement;
        const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        canvas.addEventListener('webglcontextlost', () => done(), { once: true });
        Object.assign(window, { lostContext: extension });
        extension?.loseContext();
      }),
  );
  const told = page.getByText(words.lost.en);
  await expect(told).toBeInViewport({ ratio: 1 });
  await setScene(page, { noise: 0.5 });
  expect((await runsOf(page)).length).toBeGreaterThan(0);
  await setScene(page, { noise: 0 });
  await page.evaluate(() => (Reflect.get(window, 'lostContext') as WEBGL_lose_context).restoreContext());
  await expect(told).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.downhill.stats().frames)).toBeGreaterThan(drawn);
  await atRest(page);
  const after = await pixelsIn(page, box);
  // A restored context may smooth edges in another way; a missing path, light or surface is far more than this.
  const difference = after.data.reduce((sum, value, i) => sum + Math.abs(value - (before.data[i] ?? 0)), 0);
  expect(difference / after.data.length).toBeLessThan(1);
  expect(new Set(new Uint32Array(after.data.buffer)).size).toBeGreaterThan(1000);

  await page.getByRole('button', button(timeline.forward)).click();
  await page.getByRole('button', button(words.top.en)).click();
  await atRest(page);
  const moved = await pixelsIn(page, box);
  expect(moved.data.filter((value, i) => value !== after.data[i]).length / moved.data.length).toBeGreaterThan(0.1);
});
