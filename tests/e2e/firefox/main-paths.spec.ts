import type { Page } from '@playwright/test';
import { en } from '../../../src/i18n/en.ts';
import { lessons } from '../../../src/lessons/catalog.ts';
import { initialScene } from '../../../src/state/initial.ts';
import { simulations } from '../../../src/state/simulations.ts';
import { views } from '../../../src/state/views.ts';
import { expect, test as watched } from '../page.ts';
import { lastOf, runsOf, sceneOf } from '../playground/page.ts';
import { sliderOf } from '../playground/slider.ts';
import { withoutLaterCommands } from './firefox.mjs';

const test = watched.extend<object, { driven: void }>({
  driven: [
    async ({ browser }, use) => {
      withoutLaterCommands(browser);
      await use();
    },
    { scope: 'worker', auto: true },
  ],
});

const { timeline, stage, quantity, header } = en;
const from = (scene: object): string => `./#${encodeURIComponent(JSON.stringify(scene))}`;
const button = (name: string) => ({ name, exact: true });

/** Opens the page, and waits for its picture, or for the sentence that stands there without WebGL. */
async function open(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => window.downhill !== undefined);
  const failed = page.getByText(stage.failed);
  await expect.poll(async () => (await page.evaluate(() => window.downhill.stats().frames)) > 0 || failed.isVisible()).toBe(true); // prettier-ignore
}

test('the race runs by itself, stops, and its numbers are those of the engine', async ({ page }) => {
  await open(page);
  const scrub = page.getByRole('slider', button(timeline.scrub));
  await expect.poll(async () => Number(await scrub.inputValue())).toBeGreaterThan(5);
  await page.getByRole('button', button(timeline.pause)).click();
  await expect(page.getByRole('button', button(timeline.play))).toBeVisible();
  const { runs } = simulations().of(initialScene());
  const found = await runsOf(page);
  expect(found.map(({ id }) => id)).toEqual(runs.map(({ id }) => id));
  for (const [i, { id, columns }] of runs.entries())
    for (const name of ['x', 'y', 'loss'] as const)
      expect(found[i]?.columns[name], `${id}, ${name}`).toEqual(Array.from(columns[name] as Float64Array));
});

test('a slider bends its run, and undo takes it back', async ({ page }) => {
  await open(page, from({ cursor: 100 }));
  const before = await runsOf(page);
  const slider = sliderOf(page, `Adam, ${quantity['lr']} lr`);
  await slider.press('ArrowRight');
  const [adam, after] = [before.find(({ id }) => id === 'adam'), (await runsOf(page)).find(({ id }) => id === 'adam')];
  if (adam === undefined || after === undefined) throw new Error('expected Adam to take part');
  expect(lastOf(after, 'loss')).not.toBe(lastOf(adam, 'loss'));
  await page.getByRole('button', button(header.undo)).click();
  expect(await runsOf(page)).toEqual(before);
});

test('a link gives its scene, and a reload gives it again', async ({ page }) => {
  const scene = { surface: { formula: 'a*x^2 + y^2', params: { a: 3 }, domain: [-2, 2, -2, 2] }, start: [-1.5, 1], steps: 40, cursor: 7 }; // prettier-ignore
  await open(page, from(scene));
  expect(await sceneOf(page)).toMatchObject(scene);
  const before = await sceneOf(page);
  await page.reload();
  await page.waitForFunction(() => window.downhill !== undefined);
  expect(await sceneOf(page)).toEqual(before);
});

test('a lesson follows the next', async ({ page }) => {
  await open(page);
  await page.keyboard.press('p');
  for (const { id, title } of lessons.slice(0, 2)) {
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('region', { name: en.classroom.lesson })).toContainText(title.en);
    expect((await sceneOf(page)).lesson).toBe(id);
    if (lessons[0]?.question !== undefined && id === lessons[0].id) await page.keyboard.press('PageDown');
  }
});

test('workers make a map of the engine', async ({ page }) => {
  await page.goto(from({ view: 'backprop', surface: { id: 'bowl' } }));
  await page.waitForFunction(() => window.downhill !== undefined);
  const { backend, kinds } = await page.evaluate(async () => {
    const axes = [{ name: 'start.x' }, { name: 'start.y' }] as const;
    const map = await window.downhill.map({ optimizer: 'adam', axes, size: [32, 32], backend: 'worker' });
    return { backend: map.backend, kinds: Array.from(map.class, (kind) => map.classes[kind]) };
  });
  expect(backend).toBe('worker');
  expect(kinds).toHaveLength(32 * 32);
  expect(new Set(kinds)).toContain('converged');
});

test('every view opens, and a network learns', async ({ page }) => {
  await open(page, from({ cursor: 50 }));
  for (const { id, name } of [...views].reverse()) {
    await page.getByRole('navigation', { name: header.navigation }).getByRole('link', button(name.en)).click();
    await expect(page.locator('main:not(.view-said, [inert])')).toBeVisible();
    expect((await sceneOf(page)).view).toBe(id);
    if (id === 'network')
      await page.waitForFunction(() => window.downhill.getNetworks().some(({ epoch }) => epoch > 0));
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});
