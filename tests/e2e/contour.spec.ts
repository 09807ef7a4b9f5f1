import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { decodeLink } from '../../src/state/link.ts';
import type { Scene } from '../../src/state/scene.ts';
import { expect, test } from './page.ts';
import { frames } from './playground/page.ts';

const start = (page: Page): Promise<Scene['start']> => page.evaluate(() => window.downhill.getScene().start);

const setStart = (page: Page, point: [number, number]): Promise<string[]> =>
  page.evaluate((to) => window.downhill.setScene({ start: to }), point);

const handleOf = (page: Page): Locator =>
  page.getByRole('group', { name: 'Contour map' }).getByRole('slider', { name: 'Start point' });

/** The middle of the start's handle on the screen, once it no longer moves. */
async function middle(handle: Locator): Promise<{ x: number; y: number }> {
  const box = await handle.evaluate(
    (element) =>
      new Promise<DOMRect>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(element.getBoundingClientRect())));
      }),
  );
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where domain points are on the screen, measured by putting the start at two of them. */
async function screenOf(page: Page): Promise<(x: number, y: number) => { x: number; y: number }> {
  const before = await start(page);
  await setStart(page, [-1, 0]);
  const a = await middle(handleOf(page));
  await setStart(page, [1, 2]);
  const b = await middle(handleOf(page));
  await setStart(page, before);
  return (x, y) => ({ x: a.x + ((x + 1) / 2) * (b.x - a.x), y: a.y + (y / 2) * (b.y - a.y) });
}

// With less motion the race is not played, so that nothing moves but what a test moves.
test.use({ reducedMotion: 'reduce', isPainted: false });

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(handleOf(page)).toBeVisible();
  await page.evaluate(() => window.downhill.setScene({ surface: { id: 'rosenbrock' }, cursor: 50 }));
});

test('a press counts where the map has not been drawn in its new size yet', async ({ page }) => {
  const { left, width } = await page.locator('.contour').evaluate(async (element) => {
    const map = element as HTMLElement;
    // The map hears of its size first: what is heard next comes before its next picture.
    await new Promise<void>((done) => {
      const sizes = new ResizeObserver(() => {
        if (map.clientWidth !== 200) return;
        sizes.disconnect();
        const box = map.getBoundingClientRect();
        const at = { clientX: box.left + box.width * 0.4, clientY: box.top + box.height * 0.4, bubbles: true };
        map.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType: 'touch', isPrimary: true }));
        map.dispatchEvent(new MouseEvent('click', at));
        done();
      });
      sizes.observe(map);
      map.style.width = '200px';
    });
    const { left, width } = map.getBoundingClientRect();
    return { left, width };
  });
  await frames(page, 3);
  const handle = await middle(handleOf(page));
  expect(Math.abs(handle.x - (left + width * 0.4))).toBeLessThan(1.5);
});

test('a press on the map sets the start, and every run begins there', async ({ page }) => {
  const at = (await screenOf(page))(0.5, 1.5);
  await page.mouse.click(at.x, at.y);
  const [x, y] = await start(page);
  expect(Math.abs(x - 0.5)).toBeLessThan(0.03);
  expect(Math.abs(y - 1.5)).toBeLessThan(0.03);
  const first = await page.evaluate(() =>
    window.downhill.getRuns().map(({ columns }) => [columns['x']?.[0], columns['y']?.[0]]),
  );
  expect(first).toEqual(first.map(() => [x, y]));
  const handle = await middle(handleOf(page));
  expect(Math.hypot(handle.x - at.x, handle.y - at.y)).toBeLessThan(1.5);
});

test('dragging the start bends the runs while it moves, and is one step of undo', async ({ page }) => {
  const before = await start(page);
  const to = (await screenOf(page))(0.5, 0.5);
  const from = await middle(handleOf(page));
  const tenth = (): Promise<(number | undefined)[]> =>
    page.evaluate(() => window.downhill.getRuns().map(({ columns }) => columns['x']?.[10]));
  const seen = [await tenth()];
  await page.mouse.move(from.x + 4, from.y + 3);
  await page.mouse.down();
  for (const share of [1 / 3, 2 / 3, 1]) {
    await page.mouse.move(from.x + 4 + (to.x - from.x) * share, from.y + 3 + (to.y - from.y) * share);
    seen.push(await tenth());
  }
  await page.mouse.up();
  for (let i = 1; i < seen.length; i += 1)
    seen[i]?.forEach((x, run) => expect(x, `run ${run}, move ${i}`).not.toBe(seen[i - 1]?.[run]));
  const [x, y] = await start(page);
  expect(Math.abs(x - 0.5)).toBeLessThan(0.03);
  expect(Math.abs(y - 0.5)).toBeLessThan(0.03);
  await page.keyboard.press('Control+z');
  expect(await start(page)).toEqual(before);
});

test('arrow keys move the focused start, with Shift in larger steps', async ({ page }) => {
  await setStart(page, [0, 1]);
  await handleOf(page).focus();
  await page.keyboard.press('ArrowRight');
  expect((await start(page))[0]).toBeCloseTo(0.04, 10);
  await page.keyboard.press('Shift+ArrowUp');
  expect((await start(page))[1]).toBeCloseTo(1.4, 10);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await start(page)).toEqual([expect.closeTo(-0.36, 10), expect.closeTo(1.36, 10)]);
  await expect(handleOf(page)).toHaveAttribute('aria-valuetext', 'x -0.36, y 1.36');
});

test('the path of every run is drawn through its points', async ({ page }) => {
  const screen = await screenOf(page);
  const [a, b] = [screen(0, 0), screen(1, 1)];
  await page.evaluate(() => window.downhill.setScene({ cursor: 300 }));
  await middle(handleOf(page));
  const missed = await page.evaluate(
    ([origin, unit]) => {
      const canvas = document.querySelector('.contour-halos') as HTMLCanvasElement;
      const box = canvas.getBoundingClientRect();
      const ratio = canvas.width / box.width;
      const { data, width } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
        0,
        0,
        canvas.width,
        canvas.height,
      );
      const isDrawn = (x: number, y: number): boolean => {
        const across = Math.round((origin.x + x * (unit.x - origin.x) - box.x) * ratio);
        const down = Math.round((origin.y + y * (unit.y - origin.y) - box.y) * ratio);
        return (data[(down * width + across) * 4 + 3] as number) > 0;
      };
      const rows = window.downhill
        .getRuns()
        .flatMap(({ columns: { x = [], y = [] } }) =>
          x.slice(0, 300).map((value, s) => [value, y[s] as number] as const),
        );
      const inside = rows.filter(([x, y]) => Math.abs(x) < 1.98 && Math.abs(y - 1) < 1.98);
      return { of: inside.length, missed: inside.filter(([x, y]) => !isDrawn(x, y)).length };
    },
    [a, b] as const,
  );
  expect(missed.of).toBeGreaterThan(1000);
  expect(missed.missed).toBe(0);
});

test('words say where things stand', async ({ page }) => {
  await page.evaluate(() => window.downhill.setScene({ start: [0, 1], cursor: 7 }));
  const adam = await page.evaluate(() => {
    const columns = window.downhill.getRuns().find(({ id }) => id === 'adam')?.columns;
    return { x: columns?.['x']?.[7] as number, y: columns?.['y']?.[7] as number };
  });
  const number = (value: number): string => String(Number(value.toPrecision(4)));
  const summary = page.getByRole('group', { name: 'Contour map' }).getByRole('paragraph');
  await expect(summary).toContainText('Start at (0, 1). Step 7:');
  await expect(summary).toContainText(`Adam at (${number(adam.x)}, ${number(adam.y)})`);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap sets the start', async ({ page }) => {
    await handleOf(page).scrollIntoViewIfNeeded();
    const at = (await screenOf(page))(0.5, 1.5);
    await page.touchscreen.tap(at.x, at.y);
    const [x, y] = await start(page);
    expect(Math.abs(x - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(y - 1.5)).toBeLessThan(0.03);
  });
});

test('under the contour lies the map of the solo optimizer’s starts, and the link keeps it', async ({ page }) => {
  const basins = page.getByRole('button', { name: en.maps.basins, exact: true });
  /** Colours of the ground beside the minima in the upper left and in the lower left. */
  const grounds = (): Promise<string[]> =>
    page.locator('.contour-surface').evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      const at = (across: number, down: number): string =>
        String([...context.getImageData(canvas.width * across, canvas.height * down, 1, 1).data]);
      return [at(0.2, 0.35), at(0.2, 0.75)];
    });
  await expect.poll(async () => (await grounds()).every((colour) => colour.endsWith(',255'))).toBe(true);
  const other = await grounds();
  await page.evaluate(() => window.downhill.setScene({ surface: { id: 'himmelblau' } }));
  await expect(basins).toHaveCount(0);
  await page.evaluate(() => window.downhill.setScene({ solo: 'adam' }));
  const before = await start(page);
  await expect.poll(async () => (await grounds()).every((colour, i) => colour !== other[i])).toBe(true);
  await frames(page, 2);
  const plain = await grounds();
  await basins.click();
  expect(await start(page)).toEqual(before);
  await expect.poll(async () => (await grounds()).every((colour, i) => colour !== plain[i])).toBe(true);
  await expect.poll(async () => new Set(await grounds()).size).toBe(2);
  await expect.poll(() => decodeLink(new URL(page.url()).hash)).toMatchObject({ solo: 'adam', maps: { ground: true } });
  await page.reload();
  await expect(basins).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await grounds()).every((colour, i) => colour !== plain[i])).toBe(true);
  await basins.click();
  await expect.poll(grounds).toEqual(plain);
});
