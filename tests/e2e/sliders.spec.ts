import { surfaceOf } from '../../surfaces/catalog.ts';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { frames, lastOf, open, runsOf, sceneOf, setScene } from './playground/page.ts';
import { fieldOf, grab, shownAfter, sliderOf } from './playground/slider.ts';

test.use({ reducedMotion: 'reduce' });

const scene = { cursor: 100, steps: 100, schedule: { kind: 'step', factor: 0.5, every: 50 } };
const finished = `#${encodeURIComponent(JSON.stringify(scene))}`;
const { quantity, slider: words, panel, header } = en;
const hyper = (rule: string, name: string): string => `${rule}, ${quantity[name]} ${name}`;

/** A slider of every kind, two places to drag it to, and the runs that follow it. */
const drags = [
  [hyper('SGD', 'lr'), 0.35, 0.5, ['sgd']],
  [hyper('Momentum', 'mu'), 0.1, 0.3, ['momentum']],
  [hyper('RMSprop', 'decay_rate'), 0.1, 0.7, ['rmsprop']],
  [hyper('Adam', 'beta1'), 0.1, 0.5, ['adam']],
  [hyper('Adam', 'beta2'), 0.2, 0.4, ['adam']],
  [hyper('Adam', 'eps'), 0.8, 0.95, ['adam']],
  [`${surfaceOf('rosenbrock').name.en}, b`, 0.3, 0.6, ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']],
  [`${panel.schedule}, ${quantity['factor']} factor`, 0.3, 0.8, ['sgd', 'adagrad', 'adam']],
] as const;

test('a drag bends runs, paths, map and chart in the next frame, and is one step of undo', async ({ page }) => {
  await open(page, finished);
  for (const [name, first, second, followers] of drags) {
    await test.step(name, async () => {
      const before = await sceneOf(page);
      const dragTo = await grab(page, sliderOf(page, name));
      const one = await shownAfter(page, () => dragTo(first));
      const two = await shownAfter(page, () => dragTo(second));
      await page.mouse.up();
      expect([one.isBlank, two.isBlank]).toEqual([false, false]);
      expect(two.frames).toBeGreaterThan(one.frames);
      const [runs, later] = [one, two].map((shown) => JSON.parse(shown.runs) as { id: string; columns: unknown }[]);
      const changed = later?.filter((run, i) => JSON.stringify(run) !== JSON.stringify(runs?.[i])).map(({ id }) => id);
      expect(changed).toEqual(expect.arrayContaining([...followers]));
      if (followers.length === 1) expect(changed).toEqual(followers);
      for (const part of ['surface', 'map', 'chart'] as const)
        expect(two.pictures[part] === one.pictures[part], `${part} is what it was`).toBe(false);

      const after = await sceneOf(page);
      expect(after).not.toEqual(before);
      await page.getByRole('button', { name: header.undo, exact: true }).click();
      expect(await sceneOf(page)).toEqual(before);
      await page.getByRole('button', { name: header.redo, exact: true }).click();
      expect(await sceneOf(page)).toEqual(after);
    });
  }
});

test('typed numbers, keys and a double-click do what they say', async ({ page }) => {
  await open(page, finished);
  const adam = async (name: string): Promise<unknown> =>
    (await sceneOf(page)).optimizers.find(({ id }) => id === 'adam')?.[name];
  const type = async (name: string, text: string): Promise<void> => {
    await fieldOf(page, hyper('Adam', name)).fill(text);
    await fieldOf(page, hyper('Adam', name)).press('Enter');
  };

  for (const [text, value] of [
    ['1e-8', 1e-8],
    ['3e-10', 3e-10],
    ['０．００１', 0.001],
    ['1e-8', 1e-8],
  ] as const) {
    await type('eps', text);
    expect(await adam('eps')).toBe(value);
  }
  await expect(fieldOf(page, hyper('Adam', 'eps'))).toHaveValue('1e-8');

  await type('lr', '25');
  expect(await adam('lr')).toBe(25);
  await expect(sliderOf(page, hyper('Adam', 'lr'))).toHaveAttribute('aria-valuetext', `25, ${words.beyond}`);
  await expect(page.getByTitle(words.beyond)).toHaveCount(1);

  await type('lr', 'fast');
  const alert = page.getByRole('alert');
  await expect(alert).toHaveText(words.notNumber('fast', '25'));
  expect(await adam('lr')).toBe(25);
  await type('lr', '-1');
  await expect(alert).toHaveText(words.tooSmall('-1', '0', '25'));
  expect(await adam('lr')).toBe(25);
  await type('lr', '0.1');
  await expect(alert).toHaveCount(0);

  const lr = sliderOf(page, hyper('Adam', 'lr'));
  await lr.press('ArrowRight');
  expect(await adam('lr')).toBeGreaterThan(0.1);
  await lr.press('ArrowLeft');
  expect(await adam('lr')).toBe(0.1);
  await fieldOf(page, hyper('Adam', 'beta1')).press('ArrowUp');
  expect(await adam('beta1')).toBeGreaterThan(0.9);
  expect(await adam('beta1')).toBeLessThan(0.95);

  for (const name of ['lr', 'beta1']) {
    await sliderOf(page, hyper('Adam', name)).dblclick();
    await expect.poll(() => adam(name)).toBe(name === 'lr' ? await firstRate() : 0.9);
  }

  async function firstRate(): Promise<number> {
    const title = await lr.getAttribute('title');
    expect(title).toBe(words.reset(title?.match(/[\d.e-]+$/)?.[0] ?? ''));
    return Number(title?.match(/[\d.e-]+$/)?.[0]);
  }
});

test('walking through the whole panel with Tab changes nothing', async ({ page }) => {
  await open(page);
  const before = { scene: await sceneOf(page), runs: await runsOf(page) };
  await page.locator('#controls').focus();
  const names: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: element } = document;
      const isInside = element?.closest('#controls') instanceof Element;
      return isInside ? (element.getAttribute('aria-label') ?? element.textContent) : undefined;
    });
    if (name === undefined) break;
    names.push(name);
  }
  const sliders = await page.locator('#controls').getByRole('slider').count();
  expect(sliders).toBeGreaterThan(15);
  expect(names.filter((name) => name.endsWith(', value'))).toHaveLength(sliders);
  await frames(page, 3);
  expect({ scene: await sceneOf(page), runs: await runsOf(page) }).toEqual(before);
  await expect(page.getByRole('button', { name: header.undo, exact: true })).toBeDisabled();
});

test('the strip under a slider says where the run ends lowest, and it does', async ({ page }) => {
  await open(page, finished);
  await page.waitForFunction(() => (window.downhill.getStrips()?.length ?? 0) > 0);
  const row = page.locator('.slider', { has: sliderOf(page, hyper('SGD', 'lr')) });
  const strip = row.getByRole('img');
  await expect(strip).toHaveAccessibleName(/lowest at/);
  const strips = (await page.evaluate(() => window.downhill.getStrips())) ?? [];
  const found = strips.find(({ optimizer, name }) => optimizer === 'sgd' && name === 'lr');
  const { values = [], loss = [] } = found ?? {};
  const ends = loss.filter((value) => Number.isFinite(value));
  const best = values[loss.indexOf(Math.min(...ends))] ?? NaN;
  await setScene(page, { optimizers: [{ id: 'sgd', lr: best }] });
  const [sgd] = await runsOf(page);
  expect(sgd && lastOf(sgd, 'loss')).toBe(Math.min(...ends));
});

test('what was wrong with a typed start is forgotten when the start changes, and moves nothing', async ({ page }) => {
  await open(page);
  const { title } = en;
  const row = page.getByRole('group', { name: title.start });
  const field = row.getByRole('textbox', { name: words.value(title.startX) });
  const box = await row.boundingBox();
  await field.fill('1e999');
  await field.press('Enter');
  const alert = page.getByRole('alert');
  await expect(alert).toHaveText(words.notFinite('1e999', '-1.5'));
  expect(await row.boundingBox()).toEqual(box);
  await expect(alert).toBeInViewport({ ratio: 1 });
  await row.getByRole('button').nth(1).click();
  await expect(alert).toHaveCount(0);
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});
