import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { checks } from '../../src/network/checks/catalog.ts';
import { mistakes } from '../../src/network/mistakes.ts';
import { decodeLink } from '../../src/state/link.ts';
import type { NetworkPart } from '../../src/state/network/schema.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { sceneOf, setScene } from './playground/page.ts';

test.use({ reducedMotion: 'reduce', allowed: [/favicon\.svg$/] });

const { lab, timeline } = en;

const networks = (page: Page) => page.evaluate(() => window.downhill.getNetworks());
const last = <T>(values: readonly T[]): T => values.at(-1) as T;

/** Opens the lab; with less motion it trains to its end, or to the epoch that the scene names. */
const open = (page: Page, network: NetworkPart = {}): Promise<unknown> =>
  page.goto(`./#${encodeURIComponent(JSON.stringify({ view: 'network', network }))}`);

/** Waits until six networks are trained to an epoch. */
const trainedTo = (page: Page, epoch: number): Promise<void> =>
  expect
    .poll(async () => (await networks(page)).map((one) => one.epoch))
    .toEqual([epoch, epoch, epoch, epoch, epoch, epoch]);

const section = (page: Page, title: string) =>
  page.locator('details.section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const pictures = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.cell-picture canvas:first-child')].map((one) => one.toDataURL()),
  );

test.describe('in motion', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('six networks learn spirals side by side to 97% of validation; a link leads back to where they were', async ({
    page,
  }) => {
    await open(page);
    await expect(button(page, timeline.pause)).toBeVisible();
    await expect.poll(async () => new Set(await pictures(page)).size).toBe(6);
    const scores = async () => (await networks(page)).map(({ history }) => last(history.validationScore));
    await expect.poll(async () => Math.min(...(await scores())), { intervals: [100] }).toBeGreaterThan(0.97);
    if (await button(page, timeline.pause).isVisible()) await button(page, timeline.pause).click();
    const { epoch = NaN } = (await sceneOf(page)).network ?? {};
    const linked = () => (decodeLink(new URL(page.url()).hash) as { network?: NetworkPart }).network?.epoch;
    await expect.poll(linked).toBe(epoch);
    const before = await networks(page);
    await page.reload();
    await trainedTo(page, epoch);
    const after = await networks(page);
    after.forEach(({ id, history }, i) => {
      expect(before[i]?.id).toBe(id);
      expect(history.validationLoss).toEqual(before[i]?.history.validationLoss.slice(0, epoch + 1));
    });
    await expect(button(page, timeline.play)).toBeVisible();
  });
});

test('more epochs than a chart has room for are drawn as means, and it says of how many', async ({ page }) => {
  await open(page, { epochs: 300 });
  await trainedTo(page, 300);
  const chart = page.getByRole('group', { name: lab.chart(lab.measures.loss), exact: true });
  await expect(chart.getByText(lab.meansOf(3), { exact: true })).toBeVisible();
  await chart.locator('.u-over').hover();
  await expect(chart.locator('.loss-readout')).toBeVisible();
  const said = (await chart.locator('.loss-readout-step').textContent()) ?? '';
  const epoch = Number(/\d+/.exec(said));
  expect(said).toBe(lab.epoch(epoch));
  expect([Math.abs(epoch - 150) <= 3, epoch % 3]).toEqual([true, 0]);
  const means = (await networks(page)).map(
    ({ history: { validationLoss: v } }) => ((v[epoch - 1] ?? 0) + (v[epoch] ?? 0) + (v[epoch + 1] ?? 0)) / 3,
  );
  expect(await chart.locator('.loss-readout data').evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)))).toEqual(means); // prettier-ignore
});

test('digits: what units look for, mistakes as pictures, 95% of validation and of the test', async ({ page }) => {
  await open(page, { data: 'digits' });
  await trainedTo(page, 30);
  for (const { history, id } of await networks(page)) expect(last(history.validationScore), id).toBeGreaterThan(0.95);
  await expect(page.getByText(lab.keyImages)).toBeVisible();
  await expect.poll(async () => new Set(await pictures(page)).size).toBe(6);
  const ensemble = section(page, lab.ensemble.title);
  await ensemble.locator('summary').click();
  await ensemble.getByLabel(lab.ensemble.members, { exact: true }).selectOption('networks');
  await ensemble.getByRole('button', { name: lab.ensemble.make }).click();
  await expect(ensemble.locator('tr')).toHaveCount(6 + 2);
  const scores = (await ensemble.locator('td').allTextContents()).map((text) => Number.parseFloat(text));
  for (const score of scores) expect(score).toBeGreaterThanOrEqual(95);
});

test('settings retrain what they concern; steps and rewinding; the inside of a network', async ({ page }) => {
  await open(page, { data: 'moons', epochs: 8 });
  await trainedTo(page, 8);
  const before = await networks(page);
  const rate = page.getByRole('slider', { name: `Adam, ${en.quantity['lr']} lr`, exact: true });
  await rate.press('PageUp');
  await expect.poll(async () => last((await networks(page))[5]?.history.lr ?? [])).toBeGreaterThan(0.01);
  await trainedTo(page, 8);
  const after = await networks(page);
  expect(after.slice(0, 5)).toEqual(before.slice(0, 5));
  expect(after[5]?.parameters).not.toEqual(before[5]?.parameters);
  expect((await sceneOf(page)).network?.rates).toEqual({ adam: last(after[5]?.history.lr ?? []) });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await networks(page))[5]?.parameters).toEqual(before[5]?.parameters);

  await button(page, timeline.restart).click();
  await button(page, timeline.forward).click();
  const table = page.getByRole('table', { name: lab.tableOf(1) });
  await expect(table.getByRole('row', { name: /^SGD/ }).getByRole('cell').first()).toHaveText(
    `${(100 * (before[0]?.history.validationScore[1] ?? NaN)).toFixed(1)}%`,
  );
  expect((await networks(page)).map(({ epoch }) => epoch)).toEqual([8, 8, 8, 8, 8, 8]);

  await button(page, lab.addLayer).click();
  expect((await sceneOf(page)).network?.hidden).toEqual([8, 8]);
  await page.locator('[data-run=sgd].cell').click();
  expect((await sceneOf(page)).network?.chosen).toBe('sgd');
  await button(page, lab.tabs.inside).click();
  const inside = page.getByRole('region', { name: lab.insideOf('SGD') });
  await expect(inside.getByRole('listitem')).toHaveCount(3);
  await expect(inside.locator('path').first()).toHaveAttribute('d', /^M0 12L0 /);
});

test('units that died are told, and a link opens on the network that was looked into', async ({ page }) => {
  const rates = { sgd: 30 };
  await open(page, { data: 'moons', activation: 'relu', hidden: [12, 12], epochs: 6, rates, chosen: 'sgd' });
  await trainedTo(page, 6);
  await button(page, lab.tabs.inside).click();
  await expect(page.getByRole('region', { name: lab.insideOf('SGD') })).toBeVisible();
  // The rate is far too high: most of the second layer says nothing any more, and never learns again.
  await expect(page.locator('.layer-dead').nth(1)).toHaveText(new RegExp(lab.dead(0.5).replace('50', '[5-9]\\d')));
});

test('checks find a sabotage, and are content when it is gone', async ({ page }) => {
  await open(page, { data: 'circles', params: { rows: 120 }, epochs: 5 });
  await trainedTo(page, 5);
  await button(page, lab.checkAll).click();
  const sum = page.locator('.check-sum');
  await expect(sum).toHaveText(lab.checkSum(0));
  await page.getByLabel(mistakes.sign.en).check();
  await expect(sum).toHaveText('');
  const [gradient] = checks;
  const item = page.locator(`[data-check=${gradient.id}]`);
  await item.getByRole('button').click();
  await expect(item).toHaveAttribute('data-passed', 'false');
  await expect(item).toContainText('The gradient of layer 1 is wrong');
});

test('a table of one’s own: what is missing is told, nonsense too, and nothing is lost', async ({ page }) => {
  await open(page, { epochs: 4 });
  await trainedTo(page, 4);
  await page.getByLabel(lab.data, { exact: true }).selectOption('csv');
  await expect(page.getByText('no table yet').first()).toBeVisible();
  const field = page.getByLabel(lab.table);
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 9},${i === 3 ? '' : (i * 7) % 11},${i % 2 ? 'yes' : 'no'}`);
  await field.fill(`a,b,c\n${rows.join('\n')}`);
  await expect(page.getByText('a value is missing in column 2, "b"')).toBeVisible();
  await trainedTo(page, 4);
  await expect(page.getByText(lab.className('yes'))).toBeVisible();
  const table = (bytes: Buffer) => ({ name: 'own.csv', mimeType: 'text/csv', buffer: bytes });
  const chosen = page.locator('.table-open input');
  await chosen.setInputFiles(table(Buffer.alloc(10_000_000, '1,2\n')));
  await expect(page.locator('.table-own .problem')).toHaveText(lab.fileTooLong(10_000_000, 160_000));
  await chosen.setInputFiles(table(Buffer.alloc(100_000, '1,2\n')));
  await expect(page.locator('.table-own .problem')).toHaveText(lab.tooLong(100_000, 40_000));
  await chosen.setInputFiles(table(Buffer.from(`\ufeffGröße\tc\n${rows.join('\n').replaceAll(',', '\t')}`, 'utf16le')));
  await expect(page.getByText('the first line is read as a header: "Größe"')).toBeVisible();
  await field.fill(`a,b,c\n${rows.join('\n')}`);
  await field.blur();
  await field.fill('nothing');
  await expect(page.locator('.table-own .problem')).toBeVisible();
  await field.blur();
  await page.keyboard.press('Control+z');
  expect((await sceneOf(page)).network?.table).toContain('a,b,c');
  expect(await setScene(page, { network: { hidden: [1e9] } })).toHaveLength(1);
  await trainedTo(page, 4);
});

test('search, ensemble, slice and export of a small lab', async ({ page }) => {
  await open(page, { data: 'circles', params: { rows: 60 }, epochs: 6 });
  await trainedTo(page, 6);
  for (const { title } of [lab.search, lab.ensemble, lab.slice]) await section(page, title).locator('summary').click();

  await section(page, lab.search.title).getByRole('button', { name: lab.search.start }).click();
  const dialog = page.getByRole('dialog', { name: lab.search.title });
  await expect(dialog.getByRole('status')).toHaveText(lab.search.status.done(36));
  const trials = dialog.getByRole('region', { name: lab.search.trials }).getByRole('row');
  await expect(trials).toHaveCount(1 + 36);
  await trials.nth(1).getByRole('button', { name: lab.search.use }).click();
  await expect(dialog).toHaveCount(0);
  const { network } = await sceneOf(page);
  expect(network?.decay?.kind).toBe('exponential');
  expect(Object.keys(network?.rates ?? {})).toEqual(['adam']);
  await trainedTo(page, 6);

  const ensemble = section(page, lab.ensemble.title);
  for (const source of ['seeds', 'search'] as const) {
    await ensemble.getByLabel(lab.ensemble.members, { exact: true }).selectOption(source);
    await ensemble.getByRole('button', { name: lab.ensemble.make }).click();
    await expect(ensemble.getByRole('rowheader', { name: lab.ensemble.member[source]('1') })).toBeVisible();
    await expect(ensemble.locator('[data-sum=ensemble] td')).toHaveText(/^\d+\.\d%$/);
    await expect(ensemble.getByRole('img', { name: lab.ensemble.region })).toBeVisible();
  }

  await section(page, lab.slice.title).getByRole('button', { name: lab.slice.open }).click();
  const slice = page.getByRole('dialog', { name: lab.slice.title });
  await slice.getByRole('button', { name: lab.slice.cut, exact: true }).click();
  await expect(slice.getByRole('img', { name: lab.slice.picture })).toBeVisible();
  await expect(slice.getByRole('status')).toContainText(/The plane keeps \d+\.\d% of/);
  await slice.getByLabel(lab.slice.directions).selectOption('random');
  await expect(slice.getByRole('status')).toContainText(/The plane keeps \d+\.\d% of/);
  expect((await sceneOf(page)).network).toMatchObject({ slice: 'random', ensemble: 'search' });
  await slice.getByLabel(lab.slice.directions).selectOption('main');
  expect(await violations(page)).toEqual([]);
  await slice.getByRole('button', { name: lab.slice.race, exact: true }).click();
  await expect(slice).toHaveCount(0);
  const raced = await sceneOf(page);
  expect(raced).toMatchObject({ view: 'playground', surface: { params: {} } });
  if (!('formula' in raced.surface)) throw new Error('expected a formula');
  expect(raced.surface.formula).toContain('exp(');
  expect(raced.surface.recorded?.paths.map(({ id }) => id)).toEqual(raced.optimizers.map(({ id }) => id));
  expect(raced.surface.recorded?.paths[0]?.points[0]).toEqual(raced.start);
  await page.goBack();
  await section(page, lab.takeAway.title).locator('summary').click();

  const download = page.waitForEvent('download');
  await section(page, lab.takeAway.title).getByRole('button', { name: 'JSON', exact: true }).click();
  const content = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { parameters: number[] };
  expect(content.parameters).toEqual((await networks(page))[5]?.parameters);
});

for (const [language, theme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const)
  test(`axe finds nothing and no text is cut: ${language}, ${theme}`, async ({ page }) => {
    const kept = JSON.stringify({ language, theme });
    await page.addInitScript((text) => localStorage.setItem('downhill.preferences', text), kept);
    await open(page, { data: 'moons', epochs: 3, decay: { kind: 'plateau' } as NonNullable<NetworkPart['decay']> });
    await trainedTo(page, 3);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 568 });
    await expect.poll(() => cuts(page), 'the cells, 320 pixels wide').toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
    await button(page, dictionaries[language].lab.tabs.inside).click();
    await expect(page.locator('.inside path').first()).toHaveAttribute('d', /^M/);
    expect(await violations(page)).toEqual([]);
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => cuts(page), `${width} pixels wide`).toEqual([]);
    }
  });
