import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import type { Quantity } from '../../src/formula/quantity.ts';
import { en } from '../../src/i18n/en.ts';
import { decodeLink } from '../../src/state/link.ts';
import { positionOf } from '../../src/ui/slider/scale.ts';
import { sgd } from '../../src/optimizers/sgd.ts';
import { readable } from '../../src/state/status.ts';
import { expect, test } from './page.ts';
import { atRest, frames, markersOf, open, runsOf, sceneOf, setScene } from './playground/page.ts';
import { sliderOf } from './playground/slider.ts';

test.use({ reducedMotion: 'reduce' });

type Point = readonly [x: number, y: number];

const chip = (page: Page, name: string) => page.getByRole('button', { name: en.inspect.showOf(name), exact: true });
const mark = (page: Page, kind: string) => page.locator(`.scene-ink path[data-mark="${kind}"]:visible`);

/** The corners of a mark, in pixels of the window. */
const cornersOf = (page: Page, kind: string): Promise<Point[]> =>
  mark(page, kind)
    .first()
    .evaluate((path) => {
      const box = (path as SVGPathElement).ownerSVGElement?.getBoundingClientRect();
      const text = (path.getAttribute('d') ?? '').replace('Z', '').slice(1);
      return text.split('L').map((pair): Point => {
        const [x = NaN, y = NaN] = pair.split(' ').map(Number);
        return [x + (box?.left ?? NaN), y + (box?.top ?? NaN)];
      });
    });

const project = (page: Page, [x, y]: Point): Promise<Point> =>
  page.evaluate(
    ([px, py]) => {
      const at = window.downhill.project(px, py);
      return [at?.x ?? NaN, at?.y ?? NaN] as const;
    },
    [x, y] as const,
  );

const apart = (a: Point | undefined, b: Point | undefined): number =>
  Math.hypot((a?.[0] ?? NaN) - (b?.[0] ?? NaN), (a?.[1] ?? NaN) - (b?.[1] ?? NaN));

const angle = (from: Point | undefined, to: Point | undefined): number =>
  Math.atan2((to?.[1] ?? NaN) - (from?.[1] ?? NaN), (to?.[0] ?? NaN) - (from?.[0] ?? NaN));

const picture = (page: Page): Promise<string> =>
  page.locator('.contour-markers').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** A run's numbers before and after a step. */
const rowsOf = async (page: Page, id: string, step: number) => {
  const { columns = {} } = (await runsOf(page)).find((run) => run.id === id) ?? {};
  const at = (name: string, row: number): number => columns[name]?.[row] ?? NaN;
  const point = (row: number): Point => [at('x', row), at('y', row)];
  return { before: point(step - 1), after: point(step), g: [at('gx', step - 1), at('gy', step - 1)] as const };
};

test('a step is drawn where it was taken: its gradient, the move, the velocity', async ({ page }) => {
  await open(page);
  await setScene(page, { surface: { id: 'himmelblau' }, start: [0.5, -0.5], cursor: 3 });
  await atRest(page);
  const bare = await picture(page);
  await chip(page, 'Momentum').focus();
  await page.keyboard.press('Enter');
  await atRest(page);
  expect((await sceneOf(page)).inspect).toBe('momentum');
  expect(await picture(page)).not.toBe(bare);
  await expect(page.getByRole('list', { name: en.inspect.legend.region }).getByRole('listitem')).toHaveText([
    en.inspect.legend.step,
    en.inspect.legend.gradient,
    en.inspect.legend.velocity('v'),
  ]);
  await expect(page.getByText(en.inspect.step(3))).toBeVisible();

  const check = async (step: number): Promise<void> => {
    const { before, after, g } = await rowsOf(page, 'momentum', step);
    const [from, to] = [await project(page, before), await project(page, after)];
    const { width = NaN } = (await page.locator('[data-run="momentum"] .scene-marker').boundingBox()) ?? {};
    expect(apart((await cornersOf(page, 'step'))[0], from)).toBeLessThan(1);
    expect(apart((await cornersOf(page, 'step head'))[0], to)).toBeLessThan(width);
    const down = await cornersOf(page, 'gradient');
    expect(apart(down[0], from)).toBeLessThan(1);
    // The first piece of the arrow, along the surface: the direction of −∇f there.
    const size = Math.hypot(...g) * 1e3;
    const below = await project(page, [before[0] - g[0] / size, before[1] - g[1] / size]);
    expect(Math.abs(angle(down[0], down[1]) - angle(from, below))).toBeLessThan(0.1);
    await expect(page.locator('.scene-ink text')).toHaveText(readable(Math.hypot(...g)));
    expect(await mark(page, 'velocity').count()).toBe(1);
  };
  await check(3);
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  await check(4);
});

test('whose step is drawn survives link and undo, and goes along with solo', async ({ page }) => {
  await open(page);
  await chip(page, 'Adam').click();
  await expect(chip(page, 'Adam')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('region', { name: en.board.region }).getByRole('button', { name: 'RMSprop' }).click();
  expect(await sceneOf(page)).toMatchObject({ solo: 'rmsprop', inspect: 'rmsprop' });
  await page.getByLabel(en.curvature.show).check();
  await expect.poll(() => decodeLink(new URL(page.url()).hash)).toMatchObject({ solo: 'rmsprop', curvature: true });
  await page.reload();
  await page.waitForFunction(() => window.downhill.stats().frames > 0);
  expect(await sceneOf(page)).toMatchObject({ solo: 'rmsprop', inspect: 'rmsprop', curvature: true });
  await expect(chip(page, 'RMSprop')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel(en.curvature.show)).toBeChecked();
  await chip(page, 'RMSprop').click();
  expect((await sceneOf(page)).inspect).toBeUndefined();
  await page.keyboard.press('Control+z');
  expect((await sceneOf(page)).inspect).toBe('rmsprop');
});

test('larger, as presented, a step is still drawn once', async ({ page }) => {
  await open(page);
  await setScene(page, { surface: { id: 'ravine' }, inspect: 'momentum', cursor: 12 });
  for (const key of ['p', 'Escape']) {
    await page.locator('body').press(key);
    await atRest(page);
    for (const kind of ['gradient', 'gradient head', 'velocity']) await expect(mark(page, kind)).toHaveCount(1);
    await expect(page.locator('.scene-ink text')).toHaveCount(1);
  }
});

test('the look-ahead point, and both gradients where there is noise', async ({ page }) => {
  await open(page);
  const runner = { id: 'nesterov', lr: 0.02, mu: 0.9, variant: 'lookahead' };
  await setScene(page, {
    surface: { id: 'himmelblau' }, optimizers: [runner], inspect: 'nesterov', noise: 5, cursor: 3,
  }); // prettier-ignore
  await atRest(page);
  for (const kind of ['lookahead', 'leads', 'gradient', 'exact']) await expect(mark(page, kind)).toHaveCount(1);
  const [ring] = await cornersOf(page, 'lookahead');
  const { columns = {} } = (await runsOf(page))[0] ?? {};
  const ahead = (axis: 'x' | 'y'): number => (columns[axis]?.[2] ?? NaN) + 0.9 * (columns[`v.${axis}`]?.[2] ?? NaN);
  const { width = NaN } = (await mark(page, 'lookahead').boundingBox()) ?? {};
  const centre = await project(page, [ahead('x'), ahead('y')]);
  expect(Math.abs((ring?.[0] ?? NaN) - centre[0])).toBeLessThan(width);
  const facts = page.locator('.inspection dt');
  for (const name of [en.inspect.ahead, en.inspect.noisy, en.inspect.noise, en.inspect.after('v')])
    await expect(facts.filter({ hasText: name }).first()).toBeVisible();
});

test('curvature: a cross at the marker, its numbers, and a mark where the rate becomes unstable', async ({ page }) => {
  await open(page);
  await setScene(page, {
    surface: { id: 'ravine', params: { condition: 25, rotation: 0 } },
    optimizers: [{ id: 'sgd', lr: 0.08 }, { id: 'momentum', mu: 0.5 }, { id: 'nesterov', mu: 0.5 }, { id: 'adam' }],
    inspect: 'sgd', cursor: 1,
  }); // prettier-ignore
  const marks = page.locator('.slider-mark > span:visible');
  await expect(marks).toHaveCount(0);
  await page.getByLabel(en.curvature.show).check();
  await atRest(page);
  const readout = page.locator('[data-curvature="valley"]');
  await expect(readout).toContainText(en.curvature.shapes.valley('25'));
  await expect(readout.locator('dd')).toHaveText(['25, 1', '25', '2/λ₁ = 0.08']);

  const arms = mark(page, 'upward');
  await expect(arms).toHaveCount(2);
  const at = (await markersOf(page))['sgd'];
  const arm = await cornersOf(page, 'upward');
  expect(apart(arm[Math.floor(arm.length / 2)], [at?.x ?? NaN, at?.y ?? NaN])).toBeLessThan(1);

  await expect(marks).toHaveCount(3);
  const placed = (name: string) =>
    page
      .getByRole('region', { name, exact: true })
      .locator('.slider-mark > span')
      .evaluate((tick) => {
        const own = tick.getBoundingClientRect();
        return { middle: own.left + own.width / 2, at: Number(getComputedStyle(tick).getPropertyValue('--at')) };
      });
  const rate = (value: number): number => positionOf(sgd.hyper['lr'] as Quantity, value);
  for (const [name, limit] of [
    ['SGD', 2 / 25],
    ['Momentum', 3 / 25],
    ['Nesterov', 3 / 2 / 25],
  ] as const)
    // prettier-ignore
    expect((await placed(name)).at).toBeCloseTo(rate(limit), 9);
  // SGD stands at the limit: the mark is in the middle of the thumb.
  const slider = sliderOf(page, 'SGD, learning rate lr');
  const box = await slider.boundingBox();
  const thumb = 14;
  const middle = (box?.x ?? NaN) + thumb / 2 + rate(0.08) * ((box?.width ?? NaN) - thumb);
  expect(Math.abs((await placed('SGD')).middle - middle)).toBeLessThan(1);
  await expect(slider).toHaveAccessibleDescription(en.curvature.limit('0.08'));

  await setScene(page, { schedule: { kind: 'step', factor: 0.5, every: 1 } });
  await expect(slider).toHaveAccessibleDescription(`${en.curvature.limit('0.08')}; ${en.curvature.inEffect('0.04')}`);
});

test('marks follow the playback, and say where they lie beyond the slider or nowhere', async ({ page }) => {
  await open(page);
  await setScene(page, { curvature: true, solo: 'sgd', inspect: 'sgd', cursor: 0 });
  const tick = page.getByRole('region', { name: 'SGD', exact: true }).locator('.slider-mark > span');
  const at = (): Promise<string> => tick.evaluate((element) => element.style.getPropertyValue('--at'));
  const first = await at();
  await page.getByRole('button', { name: en.timeline.forward, exact: true }).click();
  await expect.poll(at).not.toBe(first);

  const slider = sliderOf(page, 'SGD, learning rate lr');
  const typed = (formula: string) =>
    setScene(page, { surface: { formula }, optimizers: [{ id: 'sgd', lr: 0.1 }], steps: 5 });
  await typed('1e-4*x^2 + 1e-4*y^2');
  await expect(tick).toHaveAttribute('data-side', 'above');
  await expect(slider).toHaveAccessibleDescription(en.curvature.above('10000'));
  await typed('-x^2 - y^2');
  await expect(tick).toBeHidden();
  await expect(slider).toHaveAccessibleDescription('');
  await typed('abs(x) + abs(y)');
  await expect(tick).toBeHidden();
  await expect(page.locator('[data-curvature="flat"]')).toContainText(en.curvature.shapes.flat());
});

test('nothing is drawn at rest, and the arrows are in the picture that is taken away', async ({ page }) => {
  await open(page);
  await setScene(page, { solo: 'adam', cursor: 8 });
  await atRest(page);
  const coloured = async (): Promise<number> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: en.take.png(2) }).click(),
    ]);
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return page.evaluate(async (encoded) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      const pixels = new Uint32Array(data?.buffer ?? new ArrayBuffer(0));
      return pixels.reduce((sum, pixel) => sum + Number((pixel & 0xffffff) === 0xae50d3), 0);
    }, Buffer.concat(parts).toString('base64'));
  };
  const share = page.getByRole('button', { name: en.header.share, exact: true });
  await share.click();
  const bare = await coloured();
  await page.keyboard.press('Escape');
  await setScene(page, { inspect: 'adam', curvature: true });
  const drawn = await atRest(page);
  await frames(page, 20);
  expect(await page.evaluate(() => window.downhill.stats().frames)).toBe(drawn);
  await share.click();
  expect(await coloured()).toBeGreaterThan(bare + 300);
});

test('in Chinese, the legend and the readout are Chinese', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('downhill.preferences', '{"language":"zh"}'));
  await open(page);
  await setScene(page, { inspect: 'adam', curvature: true, cursor: 5 });
  const { inspect, curvature } = dictionaries.zh;
  await expect(page.getByRole('list', { name: inspect.legend.region })).toContainText(inspect.legend.memory('m'));
  await expect(page.getByLabel(curvature.show)).toBeChecked();
  await expect(page.locator('[data-curvature]')).toContainText(/山谷|鞍形|碗形/);
});
