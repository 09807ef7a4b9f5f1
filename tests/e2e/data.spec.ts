import type { Page } from '@playwright/test';
import { forbes } from '../../surfaces/data/forbes.ts';
import { surfaceOf } from '../../surfaces/catalog.ts';
import type { Samples } from '../../surfaces/surface.ts';
import type { PlainRun } from '../../src/app/api.ts';
import { batchAt, batchesOf } from '../../src/engine/batch.ts';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { initialScene } from '../../src/state/initial.ts';
import { encodeLink } from '../../src/state/link.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { lastOf, open, runsOf, sceneOf } from './playground/page.ts';
import { fieldOf } from './playground/slider.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const first = { ...initialScene('himmelblau'), steps: 60, cursor: 60 };
const { data, editor, header } = en;

const table = (page: Page) => page.getByRole('textbox', { name: data.label });
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

async function openData(page: Page): Promise<void> {
  await open(page, encodeLink(first));
  await page.getByRole('button', { name: editor.editSurface }).press('Enter');
  await page.getByRole('button', { name: data.way.data, exact: true }).press('Enter');
  await expect(table(page)).toBeFocused();
}

/** Drops a file on the page: a text so many times over, and that so many times over, in which the page is quicker. */
const drop = async (page: Page, name: string, text: string, times = 1, over = 1): Promise<void> => {
  const dropped = await page.evaluateHandle(
    ([called, part, count, copies]) => {
      const transfer = new DataTransfer();
      const blob = new Blob([part.repeat(count)]);
      transfer.items.add(
        new File(
          Array.from({ length: copies }, () => blob),
          called,
        ),
      );
      return transfer;
    },
    [name, text, times, over] as const,
  );
  for (const type of ['dragover', 'drop']) await page.locator('main').dispatchEvent(type, { dataTransfer: dropped });
};

test('pasted columns become a surface, whose loss and inputs can be chosen and which a link restores', async ({
  page,
}) => {
  await openData(page);
  await table(page).fill(forbes.map(([t, u]) => `${t}\t${u}`).join('\n'));
  const rows = forbes.map((row) => [...row]);
  const squared = { data: rows, loss: 'squared', standardised: true, params: {} };
  expect((await sceneOf(page)).surface).toEqual(squared);
  for (const run of await runsOf(page)) expect(lastOf(run, 'loss'), run.id).toBeLessThan(20);
  await expect(page.getByRole('img', { name: /17 rows; least squares: u = 0\.5229·t − 81\.06/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: en.title.surface })).toHaveValue('own');

  await choice(page, data.inputs).selectOption(data.forms.raw);
  await choice(page, data.loss).selectOption(data.losses.huber);
  const delta = fieldOf(page, 'Own data, delta');
  await delta.fill('0.25');
  await delta.press('Enter');
  await table(page).fill(`${await table(page).inputValue()}\n200\t90`);
  await page.getByRole('textbox', { name: `${editor.until('x')}, value` }).fill('2');
  await page.getByRole('textbox', { name: `${editor.until('x')}, value` }).press('Enter');
  const scene = await sceneOf(page);
  expect(scene.surface).toMatchObject({
    data: [...rows, [200, 90]],
    loss: 'huber',
    standardised: false,
    params: { delta: 0.25 },
    domain: [expect.any(Number), 2, expect.any(Number), expect.any(Number)],
  });
  expect(await violations(page)).toEqual([]);
  expect(await cuts(page)).toEqual([]);

  await expect.poll(() => page.evaluate(() => window.location.hash)).toBe(encodeLink(scene));
  const runs = await runsOf(page);
  await page.reload();
  await page.waitForFunction(() => window.downhill.stats().frames > 0);
  expect(await sceneOf(page)).toEqual(scene);
  expect(await runsOf(page)).toEqual(runs);
  await page.getByRole('button', { name: editor.editSurface }).click();
  await expect(table(page)).toHaveValue([...rows, [200, 90]].map(([t, u]) => `${t}, ${u}`).join('\n'));
});

test('undo leads back through the example to the surface before', async ({ page }) => {
  await openData(page);
  await page.getByRole('button', { name: data.example }).click();
  await choice(page, data.inputs).selectOption(data.forms.raw);
  await expect(table(page)).toHaveValue(/^194\.5, 20\.79\n/);
  const undo = page.getByRole('button', { name: header.undo });
  await undo.click();
  await expect(choice(page, data.inputs)).toHaveValue('standardised');
  await undo.click();
  expect((await sceneOf(page)).surface).toEqual(first.surface);
  await expect(table(page)).toHaveValue('');
});

test('what is no table is told in both languages, is kept, and changes nothing', async ({ page }) => {
  await openData(page);
  const faults: [text: string, en: RegExp, zh: RegExp][] = [
    ['1,2', /there is one row/, /只有一行/],
    ['1\n2\n3', /line 1: expected two columns.*found 1/, /第 1 行：应有两列.*实际为 1 列/],
    ['1,2,3\n4,5,6', /found 3/, /实际为 3 列/],
    ['t,u\n1,two\n2,three', /line 2: expected a number, found "two"/, /第 2 行：应为数字，实际为 "two"/],
    ['1e999,1\n2,1e999', /beyond ±1e9/, /超出 ±1e9/],
    ['0,1\n1e-300,5e8', /all inputs are about 5e-301/, /所有输入都约为/],
    ['\u0000\u0001', /not text/, /不是文本/],
  ];
  for (const [text, said] of faults) {
    await table(page).fill(text);
    await expect(table(page)).toHaveAccessibleDescription(said);
    await expect(table(page)).toHaveValue(text);
  }
  await page.getByRole('button', { name: '中文' }).click();
  const inChinese = page.getByRole('textbox', { name: zh.data.label });
  for (const [text, , said] of faults) {
    await inChinese.fill(text);
    await expect(inChinese).toHaveAccessibleDescription(said);
  }
  expect((await sceneOf(page)).surface).toEqual(first.surface);

  await page.getByRole('button', { name: 'English' }).click();
  await table(page).fill('5;1,5\n5;2,5\n\n5;x\n5;');
  expect((await sceneOf(page)).surface).toMatchObject({ data: [[5, 1.5], [5, 2.5]], standardised: false }); // prettier-ignore
  await expect(table(page)).toHaveAccessibleDescription(
    /decimal points.*1 blank line.*1 row with a missing value.*line 4: .*"x".*cannot be standardised.*taken raw/,
  );
  await expect(page.getByText(data.trough('5'))).toBeVisible();
  await choice(page, data.inputs).selectOption(data.forms.standardised);
  await expect(page.locator('.data-editor .problem')).toHaveText(/cannot be standardised/);
  await table(page).fill('nonsense');
  await expect(page.getByText(data.stillUsed)).toBeVisible();
  expect((await sceneOf(page)).surface).toMatchObject({ data: [[5, 1.5], [5, 2.5]] }); // prettier-ignore
});

test('an empty file, and one of blank lines, are told in both languages; targets that are all the same, too', async ({
  page,
}) => {
  await open(page, encodeLink(first));
  for (const [i, text] of ['', '\n\r\n\n', ' \n'].entries()) {
    await drop(page, 'nothing.csv', text);
    await expect(table(page)).toHaveAccessibleDescription(new RegExp(data.empty));
    await table(page).fill(`1,5\n2,5\n${i + 3},5`);
    await expect(page.locator('.data-editor .problem')).toHaveCount(0);
    await expect(page.getByText(data.flat('5'))).toBeVisible();
  }
  await table(page).fill('');
  await expect(page.locator('.data-editor .problem')).toHaveCount(0);
  await page.getByRole('button', { name: '中文' }).click();
  await drop(page, 'nothing.csv', '\n');
  await expect(page.getByRole('textbox', { name: zh.data.label })).toHaveAccessibleDescription(
    new RegExp(zh.data.empty),
  );
});

test('files: a CSV that is dropped anywhere opens, a million rows are thinned, 200 MB are refused', async ({
  page,
}) => {
  await open(page, encodeLink(first));
  await drop(page, 'measured.csv', 'temperature,pressure\n1,2\n2,4.5\n3,5.5\n');
  await expect(table(page)).toHaveValue(/^temperature/);
  await expect(table(page)).toHaveAccessibleDescription(/header: "temperature", "pressure"/i);
  expect((await sceneOf(page)).surface).toMatchObject({ data: [[1, 2], [2, 4.5], [3, 5.5]] }); // prettier-ignore

  await drop(page, 'long.csv', '1,2\n2,4\n', 5000, 100);
  await expect(table(page)).toHaveAccessibleDescription(/of 1,000,000 rows, 200 at even distances/i);
  const { surface } = await sceneOf(page);
  expect('data' in surface && surface.data.length).toBe(200);
  await choice(page, data.loss).selectOption(data.losses.huber);
  await expect.poll(async () => (await runsOf(page)).length).toBe(first.optimizers.length);
  for (const { steps } of await runsOf(page)) expect(steps).toBe(60);
  await page.getByRole('button', { name: data.way.formula, exact: true }).click();
  await expect(page.getByText(data.formulaTooLong)).toBeVisible();
  await page.getByRole('button', { name: data.way.data, exact: true }).click();

  await drop(page, 'huge.csv', 'x', 1_000_000, 200);
  await expect(table(page)).toHaveAccessibleDescription(/200 MB, the limit is 64 MB/);
  await drop(page, 'sheet.csv', 'PK\u0003\u0004\u0000\u0000');
  await expect(table(page)).toHaveAccessibleDescription(/not text/);
  expect((await sceneOf(page)).surface).toMatchObject({ data: surface && 'data' in surface ? surface.data : [] });
});

test('mini-batches: each step sees some of the rows, the same for everybody, and the step’s numbers say which', async ({
  page,
}) => {
  await open(page, encodeLink({ ...initialScene('regression-standardised'), steps: 40, cursor: 3 }));
  const before = await runsOf(page);
  await page.getByRole('checkbox', { name: data.batches }).check();
  await expect(page.getByText(data.batchNote(4, 17, 5))).toBeVisible();
  const size = fieldOf(page, data.batchSize);
  await size.fill('5');
  await size.press('Enter');
  await expect(page.getByText(data.batchNote(5, 17, 4))).toBeVisible();
  const scene = await sceneOf(page);
  expect(scene.batch).toBe(5);
  const runs = await runsOf(page);
  expect(runs.map(({ columns }) => columns['loss']?.[0])).toEqual(before.map(({ columns }) => columns['loss']?.[0]));
  for (const [i, run] of runs.entries()) expect(lastOf(run, 'x')).not.toBe(lastOf(before[i] as PlainRun, 'x'));

  const { samples } = surfaceOf('regression-standardised');
  const rows = batchAt(1, batchesOf(samples as Samples, 5), 3).map((row) => row + 1);
  const sgd = page.getByRole('region', { name: 'SGD', exact: true });
  await sgd.getByText(en.inspect.title).click();
  await expect(sgd.locator('.inspection')).toContainText(`${en.inspect.rows}${rows.join(', ')}`);
  expect(await violations(page)).toEqual([]);

  await expect.poll(() => page.evaluate(() => window.location.hash)).toBe(encodeLink(scene));
  await page.reload();
  await page.waitForFunction(() => window.downhill.stats().frames > 0);
  expect(await runsOf(page)).toEqual(runs);
  await page.getByRole('combobox', { name: en.title.surface }).selectOption('booth');
  expect('batch' in (await sceneOf(page))).toBe(false);
  await expect(page.getByText(data.noBatches)).toBeVisible();
});
