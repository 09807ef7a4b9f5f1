import type { Page } from '@playwright/test';
import { pointsOf } from '../../src/engine/points.ts';
import { words } from '../../src/scene/words.ts';
import { initialScene } from '../../src/state/initial.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { expect, test } from './page.ts';
import { carryPaint, seenDab } from './playground/dab.ts';
import { atRest, lastOf, markersOf, open, runsOf, setScene } from './playground/page.ts';

const far = (a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined): number =>
  Math.hypot((a?.x ?? NaN) - (b?.x ?? NaN), (a?.y ?? NaN) - (b?.y ?? NaN));

test.use({ reducedMotion: 'reduce' });

/** Paints a place of the surface in the frames to come. */
const dabAt = (page: Page, place: { x: number; y: number }): Promise<void> =>
  page.evaluate(({ x, y }) => {
    window.dab = [x, y];
  }, place);

const goTo = async (page: Page, view: string): Promise<void> => {
  await page.getByRole('button', { name: view, exact: true }).click();
  await atRest(page);
};

/** Surfaces whose minima lie off the origin, on gentle ground and at the bottom of pits, on both kinds of height. */
const places = ['himmelblau', 'styblinski-tang', 'beale', 'rosenbrock', 'goldstein-price', 'levy-13', 'easom'] as const;

test('a marker at a minimum is where the mesh has it, and where project() says', async ({ page }) => {
  await carryPaint(page);
  await open(page, `#${encodeURIComponent(JSON.stringify({ cursor: 0 }))}`);
  for (const id of places) {
    const scene = initialScene(id);
    const { minima, values } = surfaceIn(scene);
    const minimum = pointsOf(minima, values).find(({ x, y }) => Math.hypot(x, y) > 0.1);
    if (minimum === undefined) throw new Error(`${id} has no minimum off the origin`);
    await test.step(id, async () => {
      await dabAt(page, minimum);
      await setScene(page, { ...scene, start: [minimum.x, minimum.y], cursor: 0 });
      await atRest(page);
      // Where a pit's own wall hides its bottom, it is looked at from above.
      const marker = page.locator('.scene-marker').first();
      if ((await marker.evaluate(({ style }) => style.opacity)) !== '1') await goTo(page, words.top.en);
      const projected = await page.evaluate(({ x, y }) => window.downhill.project(x, y), minimum);
      const [markers, paint] = [await markersOf(page), await seenDab(page)];
      expect.soft(paint.size, `${id}: paint`).toBeGreaterThan(4);
      expect.soft(Object.keys(markers)).toHaveLength(6);
      for (const marker of Object.values(markers)) expect.soft(far(marker, projected), id).toBeLessThan(0.5);
      expect.soft(far(paint, projected), `${id}: mesh`).toBeLessThan(3);
    });
  }
});

test('a run that has arrived is on the mesh from every side', async ({ page }) => {
  await carryPaint(page);
  await open(page, `#${encodeURIComponent(JSON.stringify({ ...initialScene('booth'), cursor: 0 }))}`);
  const run = (await runsOf(page)).find(({ status }) => status === 'converged');
  if (run === undefined) throw new Error('no run has arrived');
  const end = { x: lastOf(run, 'x'), y: lastOf(run, 'y') };
  expect(Math.hypot(end.x, end.y)).toBeGreaterThan(2);
  const seen: { x: number; y: number }[] = [];
  await dabAt(page, end);
  for (const view of [words.reset.en, words.top.en, words.iso.en])
    await test.step(view, async () => {
      await setScene(page, { cursor: 0 });
      await goTo(page, view);
      const paint = await seenDab(page);
      await setScene(page, { cursor: run.steps });
      await atRest(page);
      const marker = (await markersOf(page))[run.id];
      expect.soft(paint.size).toBeGreaterThan(4);
      expect.soft(far(paint, marker), 'from the paint to the marker').toBeLessThan(3);
      seen.push(paint);
    });
  for (const [i, one] of seen.entries())
    for (const other of seen.slice(0, i)) expect(far(one, other)).toBeGreaterThan(5);
});
