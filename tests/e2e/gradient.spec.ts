import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { worked } from '../unit/worked.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { sceneOf, setScene } from './playground/page.ts';

test.use({ reducedMotion: 'reduce' });

const { check, paths, sabotage, scaling } = en.backprop;
const [two, circuit] = worked as [(typeof worked)[0], (typeof worked)[0]];

const from = (backprop: object): string => `./#${encodeURIComponent(JSON.stringify({ view: 'backprop', backprop }))}`;
const open = async (page: Page, { program, inputs }: { program: string; inputs: object }): Promise<void> => {
  await page.goto(from({ program, inputs }));
  await expect(section(page, check.title)).toBeVisible();
};
const section = (page: Page, title: string) =>
  page.locator('details.section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const conclusion = (page: Page) => section(page, check.title).getByRole('status');
const choose = (page: Page, title: string, label: string, option: string) =>
  section(page, title).getByLabel(label, { exact: true }).selectOption(option);

test('window.downhill.backprop gives the values, gradients and paths that were worked out by hand', async ({
  page,
}) => {
  await open(page, two);
  for (const { title, program, inputs, value, gradients, paths } of worked) {
    await test.step(title, async () => {
      const found = await page.evaluate(([text, at]) => window.downhill.backprop(text, at), [program, inputs] as const);
      expect(found.result).toBeCloseTo(value, 13);
      expect(Object.keys(found.gradients).sort()).toEqual(Object.keys(gradients).sort());
      for (const [name, slope] of Object.entries(gradients)) expect(found.gradients[name]).toBeCloseTo(slope, 13);
      expect(found.paths).toEqual(paths);
    });
  }
  const squaring = ['y = x', ...Array.from({ length: 64 }, () => 'y = y*y')].join('\n');
  const { paths: many, edgesWalked } = await page.evaluate(
    (text) => window.downhill.backprop(text, { x: 1 }),
    squaring,
  );
  expect([many, edgesWalked]).toEqual([{ x: 2n ** 64n }, { paths: 64n * 2n ** 64n, backprop: 128 }]);
  const fault = page.evaluate(() => window.downhill.backprop('a +', {}));
  await expect(fault).rejects.toThrow('line 1, column 4: expected a number, a name or "("');
});

test('the paths to an input, their products and sum, and how many edges they walk', async ({ page }) => {
  await open(page, two);
  await choose(page, paths.title, paths.input, 'b');
  const panel = section(page, paths.title);
  await expect(panel).toContainText(paths.count(2n, 'e', 'b'));
  await expect(panel.getByRole('list', { name: paths.list('b') }).getByRole('button')).toHaveText([
    /e → c → b.*2/,
    /e → d → b.*3/,
  ]);
  await expect(panel).toContainText(paths.sumIs('5'));
  await expect(panel).toContainText(`${paths.byPaths} ${paths.edges(6n)}`);
  await expect(panel).toContainText(`${paths.byBackprop} ${paths.edges(5)}`);
  const squaring = ['y = x', ...Array.from({ length: 64 }, () => 'y = y*y')].join('\n');
  await setScene(page, { backprop: { program: squaring, inputs: { x: 1 } } });
  await expect(panel).toContainText('18,446,744,073,709,551,616 paths lead from');
  await expect(panel).toContainText(paths.byBackprop);
  await expect(panel).toContainText(paths.edges(128));
});

test('the gradient check is green, finds a broken gate, and is green again when it is mended', async ({ page }) => {
  await open(page, circuit);
  await expect(conclusion(page)).toHaveText(check.passes);
  await expect(section(page, check.title).getByRole('row', { name: /^x −8 −8 .*✓ agrees$/ })).toBeVisible();
  const breaking = section(page, sabotage.title);
  const gates = breaking.getByLabel(sabotage.gate, { exact: true }).locator('option');
  await expect(gates).toHaveCount(4);
  for (const node of await gates.all()) {
    const value = (await node.getAttribute('value')) ?? '';
    await choose(page, sabotage.title, sabotage.gate, value);
    await breaking.getByRole('button', { name: sabotage.break, exact: true }).click();
    await expect(conclusion(page)).toHaveAttribute('data-passes', 'false');
    const said = sabotage.broken(((await node.textContent()) ?? '').trim(), '−1');
    await expect(breaking).toContainText(said);
    const mark = page.locator('.sabotaged');
    await expect(mark).toContainText(said);
    await mark.getByRole('button', { name: sabotage.mend, exact: true }).click();
    await expect(mark).toHaveCount(0);
    await expect(conclusion(page)).toHaveText(check.passes);
  }
  await setScene(page, { backprop: { program: 'abs(x)', inputs: { x: 0 } } });
  await expect(section(page, check.title)).toContainText(check.kinkAt('x', '|x|', '−1', '1', '0'));
  await setScene(page, { backprop: { inputs: { x: -2 } } });
  await expect(section(page, check.title)).not.toContainText(check.verdicts.kink);
});

test('the error of a difference against its step is drawn, and there as a table', async ({ page }) => {
  await open(page, { program: 'exp(x)', inputs: { x: 1 } });
  const chart = page.getByRole('group', { name: check.curve('x') });
  await expect(chart.locator('canvas')).toBeVisible();
  await expect(chart.locator('.error-key .glyph')).toHaveCount(3);
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('.u-over').hover();
  await expect(chart.locator('.loss-readout')).toContainText('h = ');
  await expect(chart.getByRole('row')).toHaveCount(1 + 14);
  await expect(chart.getByRole('row', { name: /^10⁻² 1\.7e-5 5\.0e-3 5\.0e-3$/ })).toHaveCount(1);
  await expect(section(page, check.title)).toContainText('Central differences err least near h = ');
});

test('inputs a thousand times as large: the gradient here, and the race on real measurements', async ({ page }) => {
  await open(page, two);
  const exercise = section(page, scaling.title);
  const slopes = async (): Promise<Record<string, number>> => {
    const { backprop } = await sceneOf(page);
    const given = [backprop?.program ?? '', backprop?.inputs ?? {}] as const;
    return (await page.evaluate(([text, at]) => window.downhill.backprop(text, at), given)).gradients;
  };
  await exercise.getByRole('button', { name: scaling.try, exact: true }).click();
  const near = await slopes();
  await exercise.getByRole('button', { name: scaling.tryLarge, exact: true }).click();
  const far = await slopes();
  // w gets t times what r gets, b the same as r.
  for (const { w = NaN, b = NaN, r = NaN, t } of [
    { ...near, t: 2 },
    { ...far, t: 2000 },
  ]) {
    expect(b).toBe(r);
    expect(w / r).toBeCloseTo(t, 9);
  }
  await exercise.getByRole('button', { name: scaling.raw, exact: true }).click();
  expect(await sceneOf(page)).toMatchObject({ view: 'playground', surface: { id: 'regression-raw' } });
  await expect(page.getByRole('complementary', { name: en.panel.region })).toBeVisible();
});

for (const [language, theme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const)
  test(`the panels by keyboard, for screen readers and on a small screen: ${language}, ${theme}`, async ({ page }) => {
    const kept = JSON.stringify({ language, theme });
    await page.addInitScript((text) => localStorage.setItem('downhill.preferences', text), kept);
    const { program, inputs } = two;
    await page.goto(from({ program, inputs }));
    const text = dictionaries[language].backprop;
    await expect(section(page, text.check.title)).toBeVisible();
    const path = section(page, text.paths.title).getByRole('list').getByRole('button').first();
    await path.focus();
    await page.keyboard.press('Enter');
    await expect(path).toHaveAttribute('aria-pressed', 'true');
    await section(page, text.sabotage.title)
      .getByRole('button', { name: text.sabotage.break, exact: true })
      .press('Enter');
    await expect(conclusionIn(page, text.check.title)).toHaveAttribute('data-passes', 'false');
    expect(await violations(page)).toEqual([]);
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => cuts(page), `${width} pixels wide`).toEqual([]);
    }
  });

const conclusionIn = (page: Page, title: string) => section(page, title).getByRole('status');
