import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import type { PlainRun } from '../../src/app/api.ts';
import type { SceneIntervention } from '../../src/state/scene.ts';
import { decodeLink } from '../../src/state/link.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { atRest, frames, open, openPaused, runsOf, sceneOf, setScene, stepOf } from './playground/page.ts';
import { fieldOf, grab, sliderOf } from './playground/slider.ts';

test.use({ isPainted: false });

const { forms, future, header, panel, quantity, timeline } = en;
const mu = `Momentum, ${quantity['mu']} mu`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const scrub = (page: Page) => page.getByRole('slider', { name: timeline.scrub, exact: true });
const changesOf = async (page: Page): Promise<SceneIntervention[]> => (await sceneOf(page)).interventions ?? [];
const runOf = async (page: Page, id: string): Promise<PlainRun> =>
  (await runsOf(page)).find((run) => run.id === id) as PlainRun;
const row = (page: Page) => page.getByRole('list', { name: future.list }).getByRole('listitem');
const linkTo = (scene: object): string => `#${encodeURIComponent(JSON.stringify(scene))}`;
/** The lines of the map and of the chart, as pictures. */
const lines = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['.contour-lines', '.loss canvas'].map((one) => (document.querySelector(one) as HTMLCanvasElement).toDataURL()),
  );

test('a drag while the race plays changes the future only, exactly as the hand moved', async ({ page }) => {
  await openPaused(page, linkTo({ surface: { id: 'rosenbrock' }, steps: 4000 }));
  const before = { scene: await sceneOf(page), run: await runOf(page, 'momentum') };
  await button(page, future.mode).click();
  await expect(button(page, future.mode)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status').filter({ hasText: future.on })).toHaveCount(1);
  await button(page, timeline.play).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(10);

  const dragTo = await grab(page, sliderOf(page, mu));
  for (const share of [0.2, 0.3, 0.4, 0.5, 0.6]) {
    await dragTo(share);
    await frames(page, 2);
  }
  await page.mouse.up();
  await button(page, timeline.pause).click();

  const changes = await changesOf(page);
  const steps = changes.map(({ step }) => step);
  expect(changes.length).toBeGreaterThanOrEqual(3);
  expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
  for (const { id, name } of changes) expect([id, name]).toEqual(['momentum', 'mu']);
  expect((await sceneOf(page)).optimizers).toEqual(before.scene.optimizers);
  const first = steps[0] as number;
  const { columns } = await runOf(page, 'momentum');
  for (const name of ['x', 'y', 'loss', 'v.x'])
    expect(columns[name]?.slice(0, first + 1)).toEqual(before.run.columns[name]?.slice(0, first + 1));
  expect(columns['x']?.[first + 1]).not.toBe(before.run.columns['x']?.[first + 1]);
  for (const { step, value } of changes) expect(columns['mu']?.[step]).toBe(value);
  await expect(row(page)).toHaveCount(changes.length);
  await expect(page.locator('.change-ticks [data-run=momentum]')).toHaveCount(changes.length);

  await button(page, header.undo).click();
  expect(await sceneOf(page)).toEqual(before.scene);
  await expect(row(page)).toHaveCount(0);
});

test.describe('standing still', () => {
  test.use({ reducedMotion: 'reduce' });

  const lr = { step: 120, id: 'adam', name: 'lr', value: 0.1 };
  const scene = {
    surface: { id: 'rosenbrock' },
    steps: 300,
    cursor: 300,
    interventions: [{ step: 40, id: 'momentum', name: 'mu', value: 0.5 }, lr],
  };

  test('changes are listed, edited, moved, removed and brought back; the link keeps them', async ({ page }) => {
    await open(page, linkTo(scene));
    await expect(row(page)).toHaveCount(2);
    await expect(row(page).nth(1)).toContainText('Adam lr');
    await expect(row(page).nth(1)).toContainText(`${(await sceneOf(page)).optimizers[5]?.lr} →`);
    const fill = async (name: string, text: string): Promise<void> => {
      await page.getByRole('textbox', { name, exact: true }).fill(text);
      await page.keyboard.press('Enter');
    };
    await fill(`${future.valueOf('Adam lr', 120)}, value`, '0.02');
    await fill(`${future.stepOf('Momentum mu')}, value`, '150');
    expect(await changesOf(page)).toEqual([{ ...lr, value: 0.02 }, { step: 150, id: 'momentum', name: 'mu', value: 0.5 }]); // prettier-ignore
    await fill(`${future.stepOf('Momentum mu')}, value`, 'soon');
    await expect(page.getByRole('alert')).toHaveText(en.slider.notNumber('soon', '150'));
    await fill(`${future.stepOf('Momentum mu')}, value`, '400');
    await expect(row(page).nth(1)).toContainText(future.idle.late);

    await button(page, future.goTo('Adam lr', 120)).click();
    await expect.poll(() => stepOf(page)).toBe(120);
    await button(page, future.removeOf('Adam lr', 120)).click();
    await expect(row(page)).toHaveCount(1);
    await button(page, header.undo).click();
    await expect(row(page)).toHaveCount(2);

    const kept = await sceneOf(page);
    await expect.poll(() => decodeLink(page.url())).toMatchObject({ interventions: kept.interventions });
    await page.reload();
    await expect(row(page)).toHaveCount(2);
    expect((await changesOf(page)).map(({ step }) => step)).toEqual([120, 400]);
    expect((await sceneOf(page)).interventions).toEqual(kept.interventions);
    await page.getByRole('checkbox', { name: panel.takesPart('Adam') }).uncheck();
    await expect(row(page).first()).toContainText(future.idle.off);
    await button(page, future.removeAll).click();
    await expect(row(page)).toHaveCount(0);
    expect(await sceneOf(page)).not.toHaveProperty('interventions');
  });

  for (const language of ['en', 'zh'] as const)
    test(`no number and no name beside one is cut off: ${language}`, async ({ page }) => {
      await page.addInitScript(
        (kept) => localStorage.setItem('downhill.preferences', kept),
        JSON.stringify({ language }),
      );
      await page.setViewportSize({ width: 1366, height: 768 });
      const interventions = [40, 80, 120].map((step, i) => ({ ...lr, step, value: [0.0012, 1.2345e-7, 0.1][i] }));
      await open(page, linkTo({ ...scene, interventions }));
      await expect(page.locator('.change')).toHaveCount(3);
      await expect(page.locator('.change').nth(2)).toContainText('1.2345e-7 →');
      await page.locator('.optimizer details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      await expect(page.getByText(dictionaries[language].forms.overlay, { exact: true }).first()).toBeVisible();
      expect(await cuts(page)).toEqual([]);
    });

  test('a change that is switched off leaves the run as it was, and is still there for later', async ({ page }) => {
    await open(page, linkTo({ ...scene, interventions: [] }));
    const plain = await runOf(page, 'adam');
    await setScene(page, { interventions: [lr] });
    const changed = await runOf(page, 'adam');
    expect(changed.columns).not.toEqual(plain.columns);
    const inEffect = page.getByRole('checkbox', { name: future.switchOf('Adam lr', 120) });
    await expect(page.locator('.change-ticks i')).toHaveCount(1);
    await inEffect.uncheck();
    await expect.poll(() => runOf(page, 'adam')).toEqual(plain);
    await expect(row(page)).toContainText(future.idle.off);
    await expect(page.locator('.change-ticks i')).toHaveCount(0);
    await expect.poll(() => decodeLink(page.url())).toMatchObject({ interventions: [{ ...lr, off: true }] });
    await page.reload();
    await expect(inEffect).not.toBeChecked();
    await inEffect.check();
    await expect.poll(() => runOf(page, 'adam')).toEqual(changed);
    expect(await changesOf(page)).toEqual([lr]);
  });

  test('the untouched path stays beside the changed one, as another form of a rule does', async ({ page }) => {
    await open(page, linkTo(scene));
    await atRest(page);
    const plain = await lines(page);
    const fork = page.getByRole('checkbox', { name: future.fork });
    await fork.check();
    await expect.poll(() => lines(page)).not.toEqual(plain);
    const [map, chart] = await lines(page);
    expect([map === plain[0], chart === plain[1]]).toEqual([false, false]);
    await fork.uncheck();
    await expect.poll(() => lines(page)).toEqual(plain);

    const momentum = page.getByRole('region', { name: 'Momentum', exact: true });
    await momentum.getByText(panel.rule, { exact: true }).click();
    await momentum.getByLabel(forms.overlayOf('Momentum')).selectOption('pytorch');
    await expect(momentum).toContainText(/same path up to rounding|They part at step/);
    await setScene(page, { schedule: { kind: 'step', factor: 0.5, every: 30 } });
    await expect(momentum).toContainText('They part at step 31');
  });

  test('sliders show what holds at the cursor, by keyboard too; axe finds nothing', async ({ page }) => {
    await open(page, linkTo(scene));
    await page.keyboard.press('i');
    await expect(button(page, future.mode)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText(future.notes.end, { exact: true }).first()).toBeVisible();
    await expect(fieldOf(page, mu)).toHaveValue('0.5');
    await frames(page, 2);
    await sliderOf(page, mu).press('ArrowLeft');
    expect((await changesOf(page)).length).toBe(2);
    await expect(fieldOf(page, mu)).toHaveValue('0.5');
    const goTo = async (step: number): Promise<void> => {
      await scrub(page).fill(String(step));
      await expect.poll(() => stepOf(page)).toBe(step);
    };
    await goTo(39);
    await expect(fieldOf(page, mu)).toHaveValue('0.9');
    await goTo(40);
    await expect(fieldOf(page, mu)).toHaveValue('0.5');
    await goTo(60);
    await expect(fieldOf(page, mu)).toHaveValue('0.5');
    await fieldOf(page, mu).fill('0.99');
    await fieldOf(page, mu).press('Enter');
    expect(await changesOf(page)).toContainEqual({ step: 60, id: 'momentum', name: 'mu', value: 0.99 });
    await goTo(0);
    await expect(fieldOf(page, mu)).toHaveValue('0.9');
    await fieldOf(page, mu).fill('0.8');
    await fieldOf(page, mu).press('Enter');
    expect((await sceneOf(page)).optimizers.find(({ id }) => id === 'momentum')?.['mu']).toBe(0.8);
    expect(await violations(page)).toEqual([]);
    await button(page, future.mode).click();
    await expect(page.getByText(future.notes.start, { exact: true })).toHaveCount(0);
  });
});
