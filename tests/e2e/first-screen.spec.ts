import { en } from '../../src/i18n/en.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { expect, test } from './page.ts';
import { collisions } from './playground/collisions.ts';
import { coloursIn } from './playground/pixels.ts';
import { atRest, frames, lastOf, markersOf, open, runsOf, sceneOf, setScene } from './playground/page.ts';

const ids = rules.map(({ id }) => id);
const button = (name: string) => ({ name, exact: true });

test('six optimizers descend by themselves, and stop when they are told to', async ({ page }) => {
  await open(page);
  const runs = await runsOf(page);
  expect(runs.map(({ id }) => id)).toEqual(ids);
  for (const run of runs) expect(lastOf(run, 'loss'), run.id).toBeLessThan((run.columns['loss']?.[0] ?? NaN) / 3);

  const before = await markersOf(page);
  expect(Object.keys(before).sort()).toEqual(ids.toSorted());
  await expect
    .poll(async () => {
      const now = await markersOf(page);
      return ids.filter(
        (id) => Math.hypot((now[id]?.x ?? 0) - (before[id]?.x ?? 0), (now[id]?.y ?? 0) - (before[id]?.y ?? 0)) > 2,
      );
    })
    .toEqual(ids);

  await page.getByRole('button', button(en.timeline.pause)).click();
  await expect(page.getByRole('button', button(en.timeline.play))).toBeInViewport();
  await atRest(page);
  const still = await markersOf(page);
  await frames(page, 10);
  expect(await markersOf(page)).toEqual(still);
  const step = Number(await page.getByRole('slider', button(en.timeline.scrub)).inputValue());
  expect(step).toBeGreaterThan(0);
  expect(step).toBeLessThan((await sceneOf(page)).steps);
});

test('nothing lies over anything that is to be read or pressed', async ({ page }) => {
  await open(page);
  expect(await collisions(page)).toEqual([]);
});

test.describe('with less motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('the finished paths are shown, in the six colours, and no frame is drawn for nothing', async ({ page }) => {
    await open(page);
    const drawn = await atRest(page);
    await frames(page, 60);
    expect((await page.evaluate(() => window.downhill.stats())).frames).toBe(drawn);

    const { steps } = await sceneOf(page);
    await expect(page.getByRole('slider', button(en.timeline.scrub))).toHaveValue(String(steps));
    await expect(page.getByRole('button', button(en.timeline.play))).toBeVisible();
    expect(Object.keys(await markersOf(page)).sort()).toEqual(ids.toSorted());

    await page.evaluate(() => {
      (document.querySelector('.scene-overlay') as HTMLElement).style.visibility = 'hidden';
    });
    const box = await page.locator('.scene canvas').boundingBox();
    for (const { id, mark } of rules) {
      await setScene(page, { solo: id });
      await atRest(page);
      const found = await coloursIn(page, box, [mark.dark]);
      expect(found[mark.dark], `${id} in ${mark.dark}`).toBeGreaterThan(5);
    }
  });

  test('playing is still possible, and ends by itself', async ({ page }) => {
    await open(page, `#${encodeURIComponent(JSON.stringify({ steps: 30 }))}`);
    await page.getByRole('button', button(en.timeline.play)).click();
    await expect(page.getByRole('button', button(en.timeline.pause))).toBeVisible();
    await expect(page.getByRole('button', button(en.timeline.play))).toBeVisible();
    await expect(page.getByRole('slider', button(en.timeline.scrub))).toHaveValue('30');
    const drawn = await atRest(page);
    await frames(page, 60);
    expect((await page.evaluate(() => window.downhill.stats())).frames).toBe(drawn);
  });
});
