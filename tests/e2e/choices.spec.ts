import type { Quantity } from '../../src/formula/quantity.ts';
import { en } from '../../src/i18n/en.ts';
import { scheduled } from '../../src/network/train/decay.ts';
import { openingRules, ruleOf } from '../../src/optimizers/catalog.ts';
import { muSchedules, schedules } from '../../src/schedules/catalog.ts';
import { lrProgram } from '../../src/state/programs.ts';
import { readScene } from '../../src/state/scene.ts';
import { spoken } from '../../src/ui/panel/spoken.ts';
import { expect, test } from './page.ts';
import { lastOf, markersOf, open, runsOf, sceneOf } from './playground/page.ts';
import { fieldOf, grab, sliderOf } from './playground/slider.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const finished = `#${encodeURIComponent(JSON.stringify({ cursor: 100, steps: 100 }))}`;
const { panel, quantity } = en;
const ids = openingRules.map(({ id }) => id);
const nameOf = (id: (typeof ids)[number]): string => ruleOf(id).name.en;
const rateOf = (id: (typeof ids)[number]): string => `${nameOf(id)}, ${quantity['lr']} lr`;

test('optimizers: linked rates, on and off, alone, and another form of the rule', async ({ page }) => {
  await open(page, finished);
  const ratesOf = async () => (await sceneOf(page)).optimizers.map(({ lr }) => lr);

  await test.step('linked, a drag scales all rates by one factor; without the link it moves one', async () => {
    const before = await ratesOf();
    await page.getByRole('checkbox', { name: panel.linkRates }).check();
    const dragTo = await grab(page, sliderOf(page, rateOf('adam')));
    for (const share of [0.5, 0.7, 0.3, 0.4]) await dragTo(share);
    await page.mouse.up();
    const after = await ratesOf();
    const factors = after.map((lr, i) => lr / (before[i] ?? NaN));
    expect(factors[5]).not.toBeCloseTo(1, 1);
    for (const factor of factors) expect(factor / (factors[5] ?? NaN)).toBeCloseTo(1, 1);
    for (const [i, id] of ids.entries())
      await expect(fieldOf(page, rateOf(id))).toHaveValue(new RegExp(`^${(after[i] ?? 0) < 1e-3 ? '.*e-' : after[i]}`));

    await page.getByRole('checkbox', { name: panel.linkRates }).uncheck();
    await sliderOf(page, rateOf('adam')).press('ArrowRight');
    expect((await ratesOf()).slice(0, 5)).toEqual(after.slice(0, 5));
    expect((await ratesOf())[5]).toBeGreaterThan(after[5] ?? NaN);
  });

  await test.step('one that is switched off has no run, no marker and no place', async () => {
    const places = page.getByRole('region', { name: en.board.region }).getByRole('listitem');
    const part = page.getByRole('checkbox', { name: panel.takesPart(nameOf('nesterov')) });
    await part.uncheck();
    const others = ids.filter((id) => id !== 'nesterov');
    expect((await runsOf(page)).map(({ id }) => id)).toEqual(others);
    await expect.poll(async () => Object.keys(await markersOf(page)).sort()).toEqual(others.toSorted());
    await expect(places).toHaveCount(5);
    await part.check();
    await expect(places).toHaveCount(6);
    expect((await runsOf(page)).map(({ id }) => id)).toEqual(ids);
  });

  await test.step('one that is shown alone is the only one in the picture, and the others still run', async () => {
    const alone = page.getByRole('button', { name: panel.soloOf(nameOf('adagrad')), exact: true });
    await alone.click();
    await expect(alone).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => Object.keys(await markersOf(page))).toEqual(['adagrad']);
    expect(await runsOf(page)).toHaveLength(6);
    await alone.click();
    await expect.poll(async () => Object.keys(await markersOf(page))).toHaveLength(6);
  });

  await test.step('every form of Adam runs its own formula', async () => {
    await page.getByRole('region', { name: 'Adam', exact: true }).getByText(panel.rule).click();
    const form = page.getByRole('combobox', { name: panel.formOf('Adam') });
    const losses = new Set<number>();
    for (const variant of ['uncorrected', 'epsInside', 'default']) {
      await form.selectOption(variant);
      losses.add(lastOf((await runsOf(page))[5] as never, 'loss'));
    }
    expect(losses.size).toBe(3);
  });
});

test('schedules: every kind drives lr or mu, with its settings and a warm-up', async ({ page }) => {
  await open(page, finished);
  const column = async (id: string, name: string): Promise<number[]> =>
    (await runsOf(page)).find((run) => run.id === id)?.columns[name] ?? [];
  const [first = NaN] = await column('sgd', 'lr');

  for (const { id, params } of schedules.slice(1)) {
    await page.getByRole('combobox', { name: `${panel.schedule}, ${panel.kind}` }).selectOption(id);
    const lr = await column('sgd', 'lr');
    const program = lrProgram(readScene({ schedule: { kind: id } }).scene.schedule);
    for (const s of [0, 1, 50, 99]) expect(lr[s], `${id}, ${s}`).toBeCloseTo(scheduled(program, 'lr', first, s), 12);
    expect(new Set(lr).size, id).toBeGreaterThan(1);
    for (const [name, { words }] of Object.entries<Quantity>(params))
      await expect(sliderOf(page, spoken(panel.schedule, name, words?.en ?? quantity[name]))).toBeVisible();
  }
  expect((await sceneOf(page)).schedule).toMatchObject({ kind: schedules.at(-1)?.id });
  await page.getByRole('combobox', { name: `${panel.schedule}, ${panel.kind}` }).selectOption('cosine');

  await page.getByRole('checkbox', { name: panel.warmupOn }).check();
  const { warmup = NaN } = (await sceneOf(page)).schedule;
  const warm = await column('sgd', 'lr');
  expect(warm[0]).toBeCloseTo(first / warmup, 12);
  expect(warm[1]).toBeGreaterThan(warm[0] ?? NaN);
  await fieldOf(page, quantity['warmup'] ?? '').fill('50');
  await fieldOf(page, quantity['warmup'] ?? '').press('Enter');
  expect((await column('sgd', 'lr'))[0]).toBeCloseTo(first / 50, 12);
  await page.getByRole('checkbox', { name: panel.warmupOn }).uncheck();
  expect((await sceneOf(page)).schedule.warmup).toBeUndefined();

  await page.getByRole('combobox', { name: `${panel.muSchedule}, ${panel.kind}` }).selectOption(muSchedules[1].id);
  const mu = await column('momentum', 'mu');
  expect(mu[0]).toBe(0.5);
  expect(mu[100]).toBeGreaterThan(0.6);
  expect(mu[100]).toBeLessThanOrEqual(0.99);
});

test('noise: the same draw for everybody, another one with another seed', async ({ page }) => {
  await open(page, finished);
  const quiet = await runsOf(page);
  const type = async (name: string, text: string): Promise<void> => {
    await fieldOf(page, name).fill(text);
    await fieldOf(page, name).press('Enter');
  };
  await type(panel.noise, '0.5');
  const noisy = await runsOf(page);
  expect(quiet[0]?.columns['nx']).toBeUndefined();
  const draws = noisy.map(({ columns }) => JSON.stringify([columns['nx'], columns['ny']]));
  expect(new Set(draws).size).toBe(1);
  expect(new Set(noisy[0]?.columns['nx']).size).toBeGreaterThan(90);
  expect(JSON.stringify(noisy)).not.toBe(JSON.stringify(quiet));
  await type(panel.seed, '2');
  const other = await runsOf(page);
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(noisy));
  await type(panel.seed, '1');
  expect(await runsOf(page)).toEqual(noisy);
});
