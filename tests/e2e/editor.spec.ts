import type { Locator, Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { initialScene } from '../../src/state/initial.ts';
import { encodeLink } from '../../src/state/link.ts';
import { expect, test } from './page.ts';
import { frames, open, runsOf, sceneOf } from './playground/page.ts';
import { fieldOf, sliderOf } from './playground/slider.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const first = { ...initialScene('himmelblau'), steps: 60, cursor: 60 };
const link = encodeLink(first);

const surfaceButton = (page: Page): Locator => page.getByRole('button', { name: en.editor.editSurface });
const surfaceText = (page: Page): Locator => page.getByRole('textbox', { name: en.editor.surfaceFormula });
const ruleText = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: en.editor.ruleOf(name), exact: true });

/** The marked characters, how many stand before them, and whether the mark lies where the typed characters are seen. */
const markOf = (text: Locator) =>
  text.evaluate((element: Element) => {
    const typed = element as HTMLTextAreaElement;
    const under = typed.previousElementSibling as HTMLElement;
    const marks = [...under.querySelectorAll('mark')];
    const look = (of: Element): string[] => {
      const { fontFamily, fontSize, letterSpacing, lineHeight, padding, whiteSpace, overflowWrap } =
        getComputedStyle(of);
      return [fontFamily, fontSize, letterSpacing, lineHeight, padding, whiteSpace, overflowWrap];
    };
    const [a, b] = [typed.getBoundingClientRect(), under.getBoundingClientRect()];
    const pen = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
    pen.font = look(typed).slice(0, 2).reverse().join(' ');
    const before = marks[0]?.previousSibling?.textContent ?? '';
    const inLine = before.slice(before.lastIndexOf('\n') + 1);
    const expected = a.x + Number.parseFloat(getComputedStyle(typed).paddingLeft) + pen.measureText(inLine).width;
    return {
      marked: marks.map((mark) => mark.textContent).join('|'),
      before: before.length,
      isSameText: under.textContent === `${typed.value}\u200b`,
      isSameLook: JSON.stringify(look(typed)) === JSON.stringify(look(under)),
      isSameBox: [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((gap) => Math.abs(gap) < 0.5),
      isWhole: typed.scrollHeight <= typed.clientHeight,
      isInPlace: Math.abs((marks[0]?.getBoundingClientRect().x ?? NaN) - expected) < 1,
    };
  });

const inPlace = { isSameText: true, isSameLook: true, isSameBox: true, isWhole: true, isInPlace: true };

/** Waits until the address holds the scene, opens it again from there, and compares. */
async function expectRestored(page: Page): Promise<void> {
  const scene = await sceneOf(page);
  await expect.poll(() => page.evaluate(() => window.location.hash)).toBe(encodeLink(scene));
  const runs = await runsOf(page);
  await page.reload();
  await page.waitForFunction(() => window.downhill.stats().frames > 0);
  expect(await sceneOf(page)).toEqual(scene);
  expect(await runsOf(page)).toEqual(runs);
}

test('a surface of one’s own: a mistake is marked where it is while the old surface runs, then the new one runs', async ({
  page,
}) => {
  await open(page, link);
  const before = await runsOf(page);
  await surfaceButton(page).press('Enter');
  const text = surfaceText(page);
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');

  await text.fill('x^2 + $ y^2');
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await expect(text).toHaveAccessibleDescription(/line 1, column 7: "\$" is not part of the language/);
  expect(await markOf(text)).toEqual({ marked: '$', before: 6, ...inPlace });
  expect(await sceneOf(page)).toEqual(first);
  expect(await runsOf(page)).toEqual(before);

  await text.fill('q = x^2\n q + k*y^2 + foo(y)');
  expect(await markOf(text)).toEqual({ marked: 'foo', before: 21, ...inPlace });
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('textbox', { name: zh.editor.surfaceFormula })).toHaveAccessibleDescription(
    /第 2 行第 14 列：没有名为 "foo" 的函数/,
  );
  await page.getByRole('button', { name: 'English' }).click();

  await text.press('Escape');
  await expect(text).toHaveCount(0);
  await expect(surfaceButton(page)).toBeFocused();
  await surfaceButton(page).press('Enter');
  await expect(text).toHaveValue('q = x^2\n q + k*y^2 + foo(y)');

  for (let i = 0; i < 'foo(y)'.length; i += 1) await text.press('Backspace');
  await text.pressSequentially('1');
  await expect(text).toHaveAttribute('aria-invalid', 'false');
  const scene = await sceneOf(page);
  expect(scene.surface).toEqual({ formula: 'q = x^2\n q + k*y^2 + 1', params: { k: 1 }, domain: [-5, 5, -5, 5] });
  expect({ ...scene, surface: first.surface }).toEqual(first);
  await expect(page.getByRole('slider', { name: en.timeline.scrub, exact: true })).toHaveValue('60');
  const after = await runsOf(page);
  expect(after.map(({ columns }) => columns['loss']?.[0])).not.toEqual(
    before.map(({ columns }) => columns['loss']?.[0]),
  );

  await fieldOf(page, 'Own surface, k').fill('3');
  await fieldOf(page, 'Own surface, k').press('Enter');
  await text.fill('x^2 + k*y^2 + depth*sin(x)');
  expect((await sceneOf(page)).surface.params).toEqual({ k: 3, depth: 1 });
  await expect(sliderOf(page, 'Own surface, depth')).toBeVisible();
  await expectRestored(page);

  await page.getByRole('combobox', { name: en.title.surface }).selectOption('booth');
  expect((await sceneOf(page)).surface).toEqual({ id: 'booth', params: {} });
});

test('examples run at one click each, and undo leads back', async ({ page }) => {
  await open(page, link);
  await surfaceButton(page).click();
  const chips = page.getByRole('group', { name: en.editor.examples }).getByRole('button');
  await expect(chips).not.toHaveCount(0);
  for (const chip of await chips.all()) {
    await chip.click();
    await expect(surfaceText(page)).toHaveValue((await chip.textContent()) ?? '');
    const runs = await runsOf(page);
    expect(runs).toHaveLength(first.optimizers.length);
    for (const run of runs) expect(run.columns['loss']?.map(Number.isFinite)).toEqual(Array(run.steps + 1).fill(true));
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
  }
  for (let i = await chips.count(); i > 0; i -= 1) await page.getByRole('button', { name: en.header.undo }).click();
  expect((await sceneOf(page)).surface).toEqual(first.surface);
  await expect(surfaceText(page)).toHaveValue('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
});

test('an optimizer of one’s own: a copy of Adam with a changed sign races the others', async ({ page }) => {
  await open(page, link);
  const before = await runsOf(page);
  await page.getByRole('button', { name: en.editor.add, exact: true }).click();
  const text = ruleText(page, 'my_adam');
  await expect(text).toBeFocused();
  await expect(text).toBeInViewport();
  const [copy] = (await runsOf(page)).slice(-1);
  const adam = before.at(-1);
  expect(copy).toEqual({ ...adam, id: 'my_adam' });

  await text.fill((await text.inputValue()).replace('x = x - lr', 'x = x + lr'));
  const after = await runsOf(page);
  expect(after.slice(0, -1)).toEqual(before);
  const loss = after.at(-1)?.columns['loss'] ?? [];
  expect(loss[1]).toBeGreaterThan(loss[0] ?? NaN);
  await expect(page.getByRole('region', { name: en.board.region }).getByText('my_adam')).toBeVisible();

  await text.fill('v = mu*v - lr*g');
  await expect(text).toHaveAccessibleDescription(/the rule never assigns x/);
  await text.fill('cache = keep*cache + g^2\nx = x - lr*g/(sqrt(cache) + eps2) - lr*tug*x');
  const own = (await sceneOf(page)).optimizers.at(-1);
  expect(own).toMatchObject({ state: ['cache'], keep: 0.1, eps2: 1e-8, tug: 0.1, lr: adam?.columns['lr']?.[0] });
  await expect(sliderOf(page, 'my_adam, tug')).toBeVisible();
  const sliders = (names: string): RegExp => new RegExp(en.editor.sliders(names));
  await expect(text).toHaveAccessibleDescription(sliders('lr, keep, eps2, tug'));
  const editor = page.getByRole('region', { name: 'my_adam' }).locator('.editor');
  await expect(editor.getByText(/did you mean/i)).toHaveCount(0);
  await text.fill('x = x - lrr*G - y*loss');
  await expect(text).toHaveAccessibleDescription(sliders('lr, lrr, G, y, loss'));
  for (const [name, given] of Object.entries({ lrr: 'lr', G: 'g', y: 'x' }))
    await expect(editor.getByText(en.editor.meant(name, given))).toBeVisible();
  await expect(editor.getByText(en.editor.notGiven('loss'))).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText(zh.editor.meant('lrr', 'lr'))).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await text.fill('x = x - lr*g/(t - 1)');
  await expect(page.getByRole('region', { name: 'my_adam' }).getByText(/at step 1: the position/)).toBeVisible();
  await text.fill('x = x - lr*sign(g)');

  const name = page.getByRole('textbox', { name: en.editor.name, exact: true });
  await name.fill('adam');
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription(/“adam” already/);
  await name.fill('signs');
  await name.press('Enter');
  expect((await sceneOf(page)).optimizers.map(({ id }) => id)).toContain('signs');
  await expectRestored(page);

  await page.getByRole('button', { name: en.editor.removeOf('signs') }).click();
  expect((await runsOf(page)).map(({ id }) => id)).toEqual(first.optimizers.map(({ id }) => id));
});

test('nonsense in every field of both editors breaks nothing', async ({ page }) => {
  await open(page, link);
  await page.getByRole('button', { name: en.editor.add, exact: true }).click();
  await surfaceButton(page).click();
  const before = await sceneOf(page);
  const fields = page.locator('.editor').locator('input, textarea');
  expect(await fields.count()).toBe(7);
  for (const nonsense of ['', '<b>', '）＊（', '__proto__', 'x'.repeat(2001), '((((', '\n\n;;', '1e999', '🙂']) {
    for (const field of await fields.all()) {
      await field.fill(nonsense);
      await field.blur();
    }
    await frames(page, 2);
    const { optimizers, ...scene } = await sceneOf(page);
    expect(optimizers.slice(0, -1), nonsense).toEqual(before.optimizers.slice(0, -1));
    expect(scene.surface, nonsense).toEqual(before.surface);
  }
  const xFrom = page.getByRole('textbox', { name: `${en.editor.from('x')}, value` });
  await surfaceText(page).fill('x^2 + y^2');
  await xFrom.fill('7');
  await xFrom.press('Enter');
  await expect(page.getByText(en.editor.crossed('x', '-5', '5'))).toBeVisible();
  await expect(xFrom).toHaveValue('-5');
  await xFrom.fill('-7');
  await xFrom.press('Enter');
  expect((await sceneOf(page)).surface).toEqual({ formula: 'x^2 + y^2', params: {}, domain: [-7, 5, -5, 5] });
  await expect(page.getByText(en.editor.crossed('x', '-5', '5'))).toHaveCount(0);
});
