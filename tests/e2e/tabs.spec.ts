import { expect, test } from './page.ts';
import { open, runsOf } from './playground/page.ts';

test.use({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce', isPainted: false });

const scene = {
  surface: { id: 'himmelblau' },
  noise: 2,
  seed: 7,
  steps: 500,
  schedule: { kind: 'cosine', floor: 0.001, over: 300, warmup: 20 },
  fan: 6,
};

test('one scene is the same to the bit in two tabs, and after a reload', async ({ page, context }) => {
  const hash = `#${encodeURIComponent(JSON.stringify(scene))}`;
  const other = await context.newPage();
  await open(page, hash);
  await page.waitForFunction(() => window.downhill.getFans() !== undefined);
  const fans = () => page.evaluate(() => JSON.stringify(window.downhill.getFans()));
  const [runs, first] = [await runsOf(page), await fans()];
  expect(runs).toHaveLength(6);
  await other.bringToFront();
  await open(other, hash);
  await other.waitForFunction(() => window.downhill.getFans() !== undefined);
  // Numbers as JSON are read back to the bit; -0 is the one that is not, and toEqual of the runs tells it from 0.
  expect(await runsOf(other)).toEqual(runs);
  expect(await other.evaluate(() => JSON.stringify(window.downhill.getFans()))).toBe(first);
  await page.bringToFront();
  await page.reload();
  await page.waitForFunction(() => window.downhill.getFans() !== undefined);
  expect(await runsOf(page)).toEqual(runs);
  expect(await fans()).toBe(first);
});
