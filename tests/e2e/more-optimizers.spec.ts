import type { Page } from '@playwright/test';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { furtherRules, openingRules, ruleOf, rules } from '../../src/optimizers/catalog.ts';
import { decodeLink } from '../../src/state/link.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { collisions } from './playground/collisions.ts';
import { cuts } from './playground/cuts.ts';
import { atRest, frames, markersOf, open, runsOf, sceneOf } from './playground/page.ts';

test.use({ reducedMotion: 'reduce' });

const short = `#${encodeURIComponent(JSON.stringify({ cursor: 60, steps: 60 }))}`;
const all = rules.map(({ id }) => id);
const further = furtherRules.map(({ id }) => id);
const idsIn = async (page: Page) => (await sceneOf(page)).optimizers.map(({ id }) => id);
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.tagName ?? '');

for (const language of ['en', 'zh'] as const)
  test(`the further optimizers are added by keyboard, raced, shared and taken out again, ${language}`, async ({
    page,
  }) => {
    await page.addInitScript(
      (kept) => localStorage.setItem('downhill.preferences', kept),
      JSON.stringify({ language, theme: language === 'en' ? 'dark' : 'light' }),
    );
    await open(page, short);
    const { board, editor, header, panel } = dictionaries[language];
    const nameOf = (id: (typeof all)[number]): string => ruleOf(id).name[language];
    const add = (id: (typeof all)[number]) => page.getByRole('button', { name: panel.addOf(nameOf(id)), exact: true });
    expect(await idsIn(page)).toEqual(openingRules.map(({ id }) => id));

    await test.step('one after the other, without losing the focus', async () => {
      await page.getByText(panel.more).press('Enter');
      await add(further[0] as (typeof all)[number]).focus();
      for (const [i, id] of further.entries()) {
        expect(await focused(page)).toBe(panel.addOf(nameOf(id)));
        await page.keyboard.press('Enter');
        expect(await idsIn(page)).toEqual(all.slice(0, openingRules.length + i + 1));
      }
      expect(await focused(page)).toBe(panel.region);
      await expect(page.getByText(panel.more)).toHaveCount(0);
    });

    await test.step('all of them race', async () => {
      const runs = await runsOf(page);
      expect(runs.map(({ id }) => id)).toEqual(all);
      for (const { id, status } of runs) expect(['budget', 'converged'], id).toContain(status);
      await expect.poll(async () => Object.keys(await markersOf(page)).sort()).toEqual(all.toSorted());
      const places = page.getByRole('region', { name: board.region }).getByRole('listitem');
      await expect(places).toHaveCount(all.length);
      await atRest(page);
      await frames(page, 2);
      expect(await collisions(page)).toEqual([]);
      expect(await cuts(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: language === 'en' ? header.toLight : header.toDark }).click();
      expect(await violations(page)).toEqual([]);
    });

    await test.step('a link holds them', async () => {
      const [scene, runs] = [await sceneOf(page), await runsOf(page)];
      await expect.poll(() => decodeLink(new URL(page.url()).hash)).toEqual(scene);
      await page.reload();
      await page.waitForFunction(() => window.downhill.stats().frames > 0);
      expect(await sceneOf(page)).toStrictEqual(scene);
      expect(await runsOf(page)).toStrictEqual(runs);
    });

    await test.step('one that is taken out can be added again, with the rate of the surface', async () => {
      const last = further.at(-1) as (typeof all)[number];
      const region = page.getByRole('region', { name: nameOf(last), exact: true });
      await region.getByText(panel.rule).click();
      await region.getByRole('button', { name: editor.removeOf(nameOf(last)) }).click();
      expect(await idsIn(page)).toEqual(all.filter((id) => id !== last));
      expect(await focused(page)).toBe(panel.region);
      await page.getByText(panel.more).click();
      await add(last).click();
      expect(await idsIn(page)).toEqual(all);
      await page.getByRole('button', { name: header.undo, exact: true }).click();
      expect(await idsIn(page)).not.toContain(last);
    });
  });
