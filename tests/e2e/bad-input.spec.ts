import type { Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { encodeLink } from '../../src/state/link.ts';
import { initialScene } from '../../src/state/initial.ts';
import { views } from '../../src/state/views.ts';
import { expect, test } from './page.ts';
import { collisions } from './playground/collisions.ts';
import { illegible } from './playground/legible.ts';
import { pixelsIn } from './playground/pixels.ts';
import { atRest, frames, open, runsOf, sceneOf, setScene } from './playground/page.ts';

test.use({ reducedMotion: 'reduce' });

const from = (scene: unknown): string => `#${encodeURIComponent(JSON.stringify(scene))}`;
const first = { ...initialScene('himmelblau'), steps: 60, cursor: 60, noise: 0.25 };
const good = encodeLink(first);

/** What the page says about its input. */
const notice = (page: Page) => page.getByRole('region', { name: en.notice.title });

/** The page still answers: the camera goes back to its view, and a frame is drawn. */
async function expectAlive(page: Page): Promise<void> {
  const drawn = (): Promise<number> => page.evaluate(() => window.downhill.stats().frames);
  const before = await drawn();
  await page.locator('.scene').press('0');
  await expect.poll(drawn).toBeGreaterThan(before);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

/** The share of the window in the colour that the surface has where it is highest. */
async function highestIn(page: Page): Promise<number> {
  const { data } = await pixelsIn(page, null);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (green > 150 && blue < 90 && red > 100 && red < green) count += 1;
  }
  return count / (data.length / 4);
}

/** Links, what the sentence about each must say, and what of it is kept; undefined: all is as it was. */
const links: Record<string, [hash: string, sentence: RegExp, kept: Record<string, unknown> | undefined]> = {
  'a tampered link': [`${good.slice(0, 40)}x${good.slice(60)}`, /link is damaged.*nothing was changed/, undefined],
  'no scene at all': ['#top', /link is damaged.*nothing was changed/, undefined],
  'a later version of the packing': ['#2abc', /version 2.*version 1/, undefined],
  'half a scene': ['#%7B%22steps%22', /link is damaged/, undefined],
  'a wrong field': [from({ ...first, steps: 'many' }), /steps: expected.*found/, { noise: 0.25, start: first.start }],
  'an unknown surface': [
    from({ ...first, surface: { id: 'everest' } }),
    /surface\.id: expected.*everest/,
    { steps: 60, noise: 0.25 },
  ],
  'a field that nobody knows': [from({ ...first, colour: 'red' }), /colour/, { steps: 60, noise: 0.25 }],
  'a start that is none': [from({ ...first, start: [1, null] }), /start/, { steps: 60, noise: 0.25 }],
  'a formula that does not parse': [
    from({ ...first, surface: { formula: 'x^2 + * y', params: {}, domain: [-1, 1, -1, 1] } }),
    /surface\.formula: .*line 1, column 7/,
    { steps: 60, noise: 0.25 },
  ],
  'an empty domain': [
    from({ ...first, surface: { formula: 'x^2 + y^2', params: {}, domain: [1, 1, -1, 1] } }),
    /surface\.domain: expected/,
    { steps: 60, noise: 0.25, surface: { formula: 'x^2 + y^2' } },
  ],
  'a rule that does not parse': [
    from({
      ...first,
      optimizers: [
        { id: 'mine', rule: 'x = x - lr*(g', state: [], lr: 0.1 },
        { id: 'adam', lr: 0.5 },
      ],
    }),
    /optimizers.*line 1/,
    { steps: 60, noise: 0.25 },
  ],
};

test('links with mistakes: a sentence says what and where, the rest is kept, the page lives', async ({ page }) => {
  await open(page, good);
  expect(await sceneOf(page)).toEqual(first);
  for (const [name, [hash, sentence, kept]] of Object.entries(links)) {
    await test.step(name, async () => {
      await setScene(page, first);
      await expect(notice(page)).toHaveCount(0);
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await expect(notice(page).getByRole('listitem').filter({ hasText: sentence })).toHaveCount(1);
      await expect(notice(page)).toBeInViewport();
      const scene = await sceneOf(page);
      if (kept === undefined) expect(scene).toEqual(first);
      else expect(scene).toMatchObject(kept);
      await expectAlive(page);
      await notice(page).getByRole('button', { name: en.notice.dismiss }).click();
      await expect(notice(page)).toHaveCount(0);
    });
  }
});

test('a mistake in the link that the page opens with does not keep the page from opening', async ({ page }) => {
  await open(page, from({ ...first, steps: -3 }));
  await expect(notice(page)).toContainText(/steps: expected a whole number from 1 to 20000, found -3/);
  expect(await sceneOf(page)).toMatchObject({ surface: first.surface, noise: 0.25 });
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('region', { name: zh.notice.title })).toContainText(/steps：应为/);
});

test('numbers that lead nowhere: NaN, no loss anywhere, a rate of a thousand million', async ({ page }) => {
  await open(page, good);
  expect(await setScene(page, { noise: Number.NaN, start: [0, Number.POSITIVE_INFINITY] })).toHaveLength(2);
  expect(await sceneOf(page)).toEqual(first);
  await expect(notice(page)).toContainText('noise:');
  await expect(notice(page)).toContainText('start');
  await notice(page).getByRole('button', { name: en.notice.dismiss }).click();

  for (const [formula, isEmpty, reason] of [
    ['sqrt(-1 - x^2 - y^2)', true, 'root of −1.5'],
    ['1/0*x', true, 'a constant is infinite'],
    ['1/0', true, 'a constant is infinite'],
    ['log(x)', false, 'log of −0.5'],
    ['x - x', false, undefined],
    ['1e300*x^9 + y', false, undefined],
  ] as const) {
    expect(
      await setScene(page, { surface: { formula, params: {}, domain: [-1, 1, -1, 1] }, start: [-0.5, 0.5] }),
      formula,
    ).toEqual([]);
    await atRest(page);
    // It is said where the picture would be.
    await expect(page.locator('.stage').getByText(en.stage.nowhere)).toHaveCount(isEmpty ? 1 : 0);
    const why = page.getByText(/^No run can begin: the loss is undefined at the start, \(-0\.5, 0\.5\) \(.+\)\.$/);
    const isHole = reason !== undefined;
    const chart = page.locator('.loss').and(page.getByRole('group')).filter({ has: why });
    await expect(chart).toHaveCount(isHole ? 1 : 0);
    if (isHole) await expect(chart).toContainText(`(${reason}).`);
    await expect(page.locator('.loss-area')).toBeVisible({ visible: !isHole });
    await expect(page.getByRole('status').and(why)).toHaveCount(isHole && !isEmpty ? 1 : 0);
    if (isEmpty) expect(await highestIn(page), formula).toBeLessThan(0.02);
    await expectAlive(page);
  }

  await setScene(page, { ...first, optimizers: first.optimizers.map((runner) => ({ ...runner, lr: 1e9 })) });
  const runs = await runsOf(page);
  expect(runs.filter(({ status }) => status === 'diverged' || status === 'undefined').length).toBeGreaterThan(3);
  for (const { columns } of runs)
    for (const name of ['x', 'y', 'loss']) expect(columns[name]?.every(Number.isFinite)).toBe(true);
  await page.keyboard.press('End');
  await frames(page, 3);
  const places = page.getByRole('region', { name: en.board.region }).getByRole('button');
  const sgd = runs.find(({ id }) => id === 'sgd');
  await expect(places.first()).toHaveAccessibleName(new RegExp(`SGD.*step ${sgd?.at}`));
  await expectAlive(page);
});

test('why no run can begin lies over nothing, and is also read from the back row', async ({ page }) => {
  const surface = { formula: 'log(x) + sqrt(y)', params: {}, domain: [-1, 1, -1, 1] };
  await open(page, from({ surface, start: [-0.5, 0.5] }));
  const why = page.locator('.stage').getByText(/^(No run can begin|无法开始)/);
  for (const language of ['English', '中文'])
    for (const [width, height] of [
      [1280, 800],
      [1024, 600],
      [820, 700],
      [800, 400],
      [390, 844],
    ] as const)
      await test.step(`${language}, ${width} × ${height}`, async () => {
        await page.setViewportSize({ width, height });
        await page.getByRole('button', { name: language }).click();
        await atRest(page);
        await expect(why).toBeInViewport({ ratio: 1 });
        expect.soft(await collisions(page)).toEqual([]);
      });
  // The map stays under the finger that drags the start to where there is a loss.
  const top = (): Promise<number | undefined> =>
    page
      .locator('.contour')
      .boundingBox()
      .then((box) => box?.y);
  const before = await top();
  await setScene(page, { start: [0.5, 0.5] });
  await expect(why).toHaveCount(0);
  expect(await top()).toBe(before);
  await setScene(page, { start: [-0.5, 0.5] });
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.locator('body').press('p');
  await atRest(page);
  await expect(why).toBeInViewport({ ratio: 1 });
  expect(await illegible(page)).toEqual([]);
});

test('a hundred moves, a frame apart and without one, are taken, and the sliders show the last', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: views.find(({ id }) => id === 'backprop')?.name.en ?? '', exact: true }).click();
  for (const isFramed of [true, false])
    await page.evaluate(async (waits) => {
      for (let move = 1; move <= 100; move += 1) {
        window.downhill.setScene({ surface: { params: { b: move } } });
        await (waits ? new Promise((next) => requestAnimationFrame(() => setTimeout(next))) : Promise.resolve());
      }
    }, isFramed);
  await page.goBack();
  const slider = page.getByRole('complementary', { name: en.panel.region }).locator('[data-name=b]');
  await expect(slider.getByRole('textbox')).toHaveValue('100');
});

/** As long as a formula may be: a program for the graphics card of it takes a processor several seconds. */
const longest = `a = x*y + 2; ${Array.from({ length: 110 }, () => 'a=abs(a)^1.01+y').join(';')}`;
const lengthy = { surface: { formula: longest, params: {}, domain: [-2, 2, -2, 2] }, start: [1, 1.1], steps: 20_000 };

test('a formula that is too long for a picture without a graphics card says so, and the page goes on', async ({
  page,
}) => {
  await open(page, from(lengthy));
  const told = page.locator('.scene').getByRole('status');
  await expect(told).toHaveText(/too long to be drawn in 3D/);
  await expect(notice(page)).toContainText(/so long that \d+ steps are run instead of 20000/);
  expect((await runsOf(page)).map(({ steps }) => steps > 0)).toContain(true);
  // Where nothing is seen, no point is, and nothing is taken away.
  const seen = (): Promise<unknown> => page.evaluate(() => window.downhill.project(1, 1));
  expect(await seen()).toBeUndefined();
  await setScene(page, { surface: { id: 'bowl' } });
  await expect(told).toHaveCount(0);
  await expect.poll(async () => Object.keys((await seen()) ?? {})).toEqual(['x', 'y']);
  await expectAlive(page);
});

test('a card gets the time that it needs for a long formula, and then the surface is seen', async ({ page }) => {
  // A processor that passes for a card.
  await page.addInitScript(() => {
    const context = WebGL2RenderingContext.prototype as { getExtension(name: string): unknown };
    const { getExtension } = context;
    context.getExtension = function (name) {
      return name === 'WEBGL_debug_renderer_info' ? null : getExtension.call(this, name);
    };
  });
  const sines = Array.from({ length: 30 }, (_, i) => `sin(${i + 1}x)*cos(${i}y + 1)`).join('+');
  await open(page, from({ ...lengthy, surface: { ...lengthy.surface, formula: sines } }));
  await expect(page.locator('.scene').getByRole('status')).toHaveCount(0);
  /** The share of the picture that is not its ground. */
  const covered = async (): Promise<number> => {
    const { data } = await pixelsIn(page, await page.locator('.scene canvas').boundingBox());
    const ground = data.slice(0, 3);
    const isGround = (at: number): boolean =>
      ground.every((value, i) => Math.abs(value - (data[at + i] as number)) < 20);
    const pixels = data.length / 4;
    return Array.from({ length: pixels }, (_, i) => 4 * i).filter((at) => !isGround(at)).length / pixels;
  };
  await expect.poll(covered).toBeGreaterThan(0.15);
  await expectAlive(page);
});
