import { readFile } from 'node:fs/promises';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { mapOf, openQuietly } from './playground/maps.ts';
import { setScene } from './playground/page.ts';

const start = [{ name: 'start.x' }, { name: 'start.y' }];

test('a map in sight has the class, the steps and the minimum that the engine gives every run', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 480 });
  const scene = { view: 'maps', surface: { id: 'beale' }, steps: 400, solo: 'rmsprop' };
  await openQuietly(page, { ...scene, optimizers: [{ id: 'rmsprop' }] });
  const map = page.locator('[data-map]').first();
  await expect(map).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: en.maps.jsonOf }).click();
  const file = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as {
    maps: { axes: { name: string }[]; size: [number, number]; steps: number; cells: Record<string, number[]> }[];
  };
  const [shown] = file.maps;
  expect(file.maps).toHaveLength(1);
  const { axes = [], size = [0, 0], steps = 0, cells = {} } = shown ?? {};
  const exact = await mapOf(page, { optimizer: 'rmsprop', axes, size, steps, backend: 'worker' });
  expect(exact.steps).toHaveLength(size[0] * size[1]);
  expect(cells['class']).toEqual(exact.class);
  expect(cells['minimum']).toEqual(exact.minimum);
  expect(cells['steps']).toEqual(exact.steps);
  // The card alone gives some of these runs another step.
  const drawn = await mapOf(page, { optimizer: 'rmsprop', axes, size, steps, backend: 'gpu' });
  expect(drawn.backend).toBe('gpu');
  expect(drawn.steps).not.toEqual(exact.steps);
});

test('of a surface whose minima are unknown no run reaches one, and what overflows float32 is made in float64', async ({
  page,
}) => {
  await openQuietly(page);
  const size = [16, 16] as const;
  for (const [formula, domain, optimizer, kind] of [
    ['1e-24*(x^2 + y^2)', [-1, 1, -1, 1], 'adagrad', 'converged'],
    ['exp(x) + exp(y)', [89, 100, 89, 100], 'adam', 'slow'],
  ] as const) {
    await setScene(page, { surface: { formula, params: {}, domain: [...domain] }, steps: 20 });
    const drawn = await mapOf(page, { optimizer, axes: start, size, backend: 'gpu' });
    const exact = await mapOf(page, { optimizer, axes: start, size, backend: 'worker' });
    expect(drawn.backend).toBe('gpu');
    expect(new Set(exact.class.map((at) => exact.classes[at]))).toEqual(new Set([kind]));
    expect(drawn.class).toEqual(exact.class);
    expect(new Set(exact.minimum)).toEqual(new Set([-1]));
    expect(drawn.minimum).toEqual(exact.minimum);
  }
});
