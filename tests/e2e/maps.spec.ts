import { stableRate } from '../../src/engine/stability.ts';
import { momentum } from '../../src/optimizers/momentum.ts';
import type { MapSpec } from '../../src/app/map.ts';
import { valuesOn } from '../../src/sweep/axis.ts';
import { readable } from '../../src/state/status.ts';
import { expect, test } from './page.ts';
import { en } from '../../src/i18n/en.ts';
import { violations } from './playground/axe.ts';
import { mapOf, openQuietly } from './playground/maps.ts';
import { frames, runsOf, sceneOf, setScene } from './playground/page.ts';

const side = 64;
const start = [{ name: 'start.x' }, { name: 'start.y' }];

/** Whether a pixel has a neighbour of another class. */
const isOnBoundary = (classes: readonly number[], pixel: number): boolean => {
  const [x, y] = [pixel % side, Math.floor(pixel / side)];
  const near = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy] as const));
  const inside = near.filter(([nx, ny]) => nx >= 0 && ny >= 0 && nx < side && ny < side);
  return inside.some(([nx, ny]) => classes[ny * side + nx] !== classes[pixel]);
};

const surfaces = ['bowl', 'ravine', 'saddle', 'himmelblau', 'beale'];
const rules = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'];

test('the graphics card tells the same of every run as the engine, up to boundaries', async ({ page }) => {
  await openQuietly(page);
  let refined = 0;
  for (const id of surfaces) {
    await setScene(page, { surface: { id } });
    for (const optimizer of rules) {
      const spec = { optimizer, axes: start, size: [side, side] } as const;
      const drawn = await mapOf(page, { ...spec, backend: 'gpu' });
      const exact = await mapOf(page, { ...spec, backend: 'worker' });
      expect([drawn.backend, exact.backend]).toEqual(['gpu', 'worker']);
      const others = drawn.class.flatMap((kind, pixel) => (kind === exact.class[pixel] ? [] : [pixel]));
      expect.soft(others.length, `${id}, ${optimizer}`).toBeLessThanOrEqual(0.01 * side * side);
      expect.soft(others.filter((pixel) => !isOnBoundary(exact.class, pixel))).toEqual([]);
      refined += drawn.refined;
    }
  }
  // Most of it the card tells by itself.
  expect(refined).toBeLessThan(0.3 * surfaces.length * rules.length * side * side);
});

test('maps that are made side by side, alike but for a number, are those that are made one after the other', async ({
  page,
}) => {
  await openQuietly(page, { view: 'backprop', surface: { id: 'himmelblau' } });
  const specs = [0.001, 0.05].map((tolerance) => ({ optimizer: 'momentum', axes: start, size: [192, 192], steps: 60, tolerance }) as const); // prettier-ignore
  const alone = [];
  for (const spec of specs) alone.push(await mapOf(page, spec));
  const together = await Promise.all(specs.map((spec) => mapOf(page, spec)));
  expect(alone[0]?.steps).not.toEqual(alone[1]?.steps);
  for (const [i, { backend, steps }] of together.entries()) {
    expect(backend).toBe('gpu');
    expect(steps).toEqual(alone[i]?.steps);
  }
});

test('on a quadratic the map of momentum diverges where the analytic boundary says', async ({ page }) => {
  await openQuietly(page);
  await setScene(page, { surface: { id: 'bowl' }, steps: 600 });
  const lr = { name: 'lr', from: 0.05, to: 20, scale: 'log' } as const;
  const mu = { name: 'mu', from: 0, to: 0.99, scale: 'decay' } as const;
  const found = await mapOf(page, { optimizer: 'momentum', axes: [lr, mu], size: [side, side], backend: 'gpu' });
  const [rates, mus] = [valuesOn(lr, side), valuesOn(mu, side)];
  const diverged = found.classes.indexOf('diverged');
  mus.forEach((value, row) => {
    // f = x² + y², whose second derivatives are 2.
    const limit = stableRate(momentum.stability ?? '', 2, { mu: value }) ?? NaN;
    const analytic = rates.findIndex((rate) => rate >= limit);
    const first = found.class.slice(row * side, (row + 1) * side).indexOf(diverged);
    expect(Math.abs(first - analytic), `mu ${value}`).toBeLessThanOrEqual(1);
  });
});

test('what is no map is refused with a sentence', async ({ page }) => {
  await openQuietly(page);
  const refused = (spec: object) => mapOf(page, spec as MapSpec).then(String, (error: Error) => error.message);
  expect(await refused({ optimizer: 'adamm', axes: start })).toContain('optimizer: expected one of sgd');
  expect(await refused({ optimizer: 'sgd', axes: [{ name: 'beta1' }, { name: 'lr' }] })).toContain('axes[0].name');
  expect(await refused({ optimizer: 'sgd', axes: [{ name: 'lr', from: 0 }, { name: 'start.x' }] })).toContain('log');
  expect(await refused({ optimizer: 'sgd', axes: start, size: [0, 4] })).toContain('size[0]');
});

test('a map tells how far it is, and ends where it is aborted', async ({ page }) => {
  await openQuietly(page);
  const told = await page.evaluate(async (axes) => {
    const stop = new AbortController();
    const shares: number[] = [];
    const onProgress = (share: number): void => {
      shares.push(share);
      if (share > 0) stop.abort(new Error('enough'));
    };
    const spec = { optimizer: 'adam', axes, size: [400, 400], backend: 'worker', signal: stop.signal } as const;
    const why = await window.downhill.map({ ...spec, onProgress }).then(String, (error: Error) => error.message);
    const small = await window.downhill.map({
      optimizer: 'adam',
      axes,
      size: [70, 70],
      onProgress: (share) => shares.push(share),
    });
    return { why, shares, made: small.class.length };
  }, start);
  expect(told.why).toBe('enough');
  expect(told.shares[0]).toBeLessThan(1);
  expect(told.shares.filter((share) => share === 1)).toHaveLength(1);
  expect(told.shares.at(-1)).toBe(1);
  expect(told.made).toBe(70 * 70);
});

test('the view: a probe tells of every run, takes its start over, zooms; axe finds nothing', async ({ page }) => {
  const scene = { view: 'maps', surface: { id: 'himmelblau' }, steps: 40 };
  await page.goto(`./#${encodeURIComponent(JSON.stringify(scene))}`);
  const map = page.getByRole('application', { name: en.maps.mapOf('Adam') });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await map.focus();
  await map.press('ArrowUp');
  await map.press('Shift+ArrowRight');
  const outcome = page.locator('.readout-outcome').nth(5);
  await frames(page, 3);
  await expect(outcome).not.toBeEmpty();
  const told = (await outcome.textContent()) ?? '';
  await expect(page.getByRole('status').filter({ hasText: told })).toHaveCount(1);
  await map.press('Enter');
  const { start } = await sceneOf(page);
  expect(start).not.toEqual([0, -3]);
  const adam = (await runsOf(page)).find(({ id }) => id === 'adam');
  expect(told).toContain(adam?.status === 'budget' ? 'not settled' : String(adam?.at));

  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.4, y + height * 0.3);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height * 0.7, { steps: 4 });
  await page.mouse.up();
  const { maps } = await sceneOf(page);
  expect((maps?.area?.[1] ?? NaN) - (maps?.area?.[0] ?? NaN)).toBeLessThan(5);
  await page.getByRole('button', { name: en.maps.whole }).click();
  expect((await sceneOf(page)).maps).not.toHaveProperty('area');

  await page.setViewportSize({ width: 1024, height: 768 });
  await map.press('ArrowUp');
  await expect(page.locator('.readout-brief').nth(5)).toHaveText(/^(loss|✓ step|✕ step) [\d.]/);
  await expect(outcome).toBeHidden();
  await expect(page.locator('.readout-brief').nth(5)).toBeInViewport({ ratio: 1 });
});

test('a map that is stopped goes on, and comes to its end in the background, and where it is resized', async ({
  page,
}) => {
  await openQuietly(page, { view: 'maps', maps: { kind: 'hyper', optimizer: 'adam', steps: 400 } });
  const map = page.locator('.map[data-map]');
  const stop = page.getByRole('button', { name: en.maps.stop, exact: true });
  await stop.click();
  await expect(map).toContainText(en.maps.stopped('').trim());
  const goOn = page.getByRole('button', { name: en.maps.goOn, exact: true });
  await expect(goOn).toBeFocused();
  await goOn.click();
  const progress = map.getByRole('progressbar');
  await expect(progress).toBeVisible();
  // A tab in the background gets no frames.
  const release = await page.evaluateHandle(() => {
    const held: FrameRequestCallback[] = [];
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => held.push(callback);
    return () => {
      window.requestAnimationFrame = ask;
      for (const callback of held) ask(callback);
    };
  });
  const share = (): Promise<number> => progress.evaluate((element: HTMLProgressElement) => element.value);
  const before = await share();
  await expect.poll(share).toBeGreaterThan(before);
  await release.evaluate((frames) => frames());
  await page.setViewportSize({ width: 700, height: 600 });
  await expect(map.getByRole('progressbar')).toBeVisible();
  await expect(map.getByRole('progressbar')).toHaveCount(0);
  await expect(stop).toBeDisabled();
  await expect(map.locator('.problem')).toHaveCount(0);
});

test('where the loss is undefined, so is the run, on the graphics card too', async ({ page }) => {
  await openQuietly(page);
  await setScene(page, { surface: { formula: 'log(x) + sqrt(y)', params: {}, domain: [-2, -1, -2, -1] }, steps: 20 });
  const found = await mapOf(page, { optimizer: 'sgd', axes: start, size: [8, 8], backend: 'gpu' });
  expect(found.backend).toBe('gpu');
  expect(new Set(found.class)).toEqual(new Set([found.classes.indexOf('undefined')]));
});

test('the fair race: one button tunes all with the same budget; a trial is taken over; axe finds nothing', async ({
  page,
}) => {
  const scene = { view: 'maps', surface: { id: 'himmelblau' }, maps: { kind: 'race', race: { trials: 24 } } };
  await page.goto(`./#${encodeURIComponent(JSON.stringify(scene))}`);
  await page.getByRole('button', { name: en.race.start }).click();
  await expect(page.getByRole('status').filter({ hasText: en.race.status.done('144') })).toBeVisible();
  await expect(page.locator('.race-dots')).toHaveAttribute('data-dots', String(6 * 24));
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: en.race.adoptOf('Adam') }).click();
  const adam = (await sceneOf(page)).optimizers.find(({ id }) => id === 'adam');
  const row = page.getByRole('row', { name: /Adam/ });
  await expect(row).toContainText(`lr ${readable(adam?.lr ?? NaN)}`);
  // With keys to Adam's best and on to its neighbour, with the pointer to what was chosen so.
  const plot = page.getByRole('application', { name: en.race.plot });
  const told = plot.getByRole('status');
  const rateOf = async () => (await sceneOf(page)).optimizers.find(({ id }) => id === 'adam')?.lr ?? NaN;
  await plot.focus();
  for (const key of ['ArrowRight', ...Array<string>(5).fill('ArrowDown')]) await plot.press(key);
  await expect(told).toContainText(`Adam: lr ${readable(adam?.lr ?? NaN)}, `);
  await plot.press('ArrowLeft');
  await plot.press('Enter');
  const taken = await rateOf();
  expect(taken).toBeLessThan(adam?.lr ?? NaN);
  await expect(told).toContainText(`Adam: lr ${readable(taken)}, `);
  await expect(page.locator('.race-bar').getByRole('status')).toContainText(readable(taken));
  expect(await violations(page)).toEqual([]);
  const { x, y, width, height } = (await plot.locator('.race-chosen').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }; // prettier-ignore
  await page.getByRole('button', { name: en.race.adoptOf('Adam') }).click();
  expect(await rateOf()).toBe(adam?.lr);
  await page.mouse.click(x + width / 2, y + height / 2);
  expect(await rateOf()).toBe(taken);

  // What was said of this race is not said of the next.
  await page.getByRole('button', { name: en.race.again }).click();
  await expect(page.locator('.race-bar').getByRole('status')).toHaveText(en.race.status.done('144'));

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('downhill-himmelblau-race.csv');
});
