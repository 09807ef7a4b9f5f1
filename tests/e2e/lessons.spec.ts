import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { en } from '../../src/i18n/en.ts';
import { lessons } from '../../src/lessons/catalog.ts';
import { answersKey } from '../../src/state/lessons/answers.ts';
import { views } from '../../src/state/views.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { cuts } from './playground/cuts.ts';
import { illegible, needed } from './playground/legible.ts';
import { frames, open, sceneOf } from './playground/page.ts';
import { notePainted, smallPainted } from './playground/painted.ts';

test.use({ reducedMotion: 'reduce', isPainted: false });

const from = (scene: object): string => `#${encodeURIComponent(JSON.stringify(scene))}`;
const rooms = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
] as const;

for (const language of ['en', 'zh'] as const)
  test(`the remote alone leads through all lessons, legible from the back row, ${language}`, async ({ page }) => {
    await page.addInitScript(
      (kept) => localStorage.setItem('downhill.preferences', kept),
      JSON.stringify({ language }),
    );
    await notePainted(page);
    await open(page);
    await page.keyboard.press('p');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.getByRole('banner')).toBeHidden();
    for (const [place, { id, title, caption, question }] of lessons.entries()) {
      await page.keyboard.press('PageDown');
      const bar = page.getByRole('region', { name: dictionaries[language].classroom.lesson });
      await expect(bar).toContainText(title[language]);
      if (question !== undefined) {
        await expect(bar).toContainText(question.ask[language]);
        await expect(bar).not.toContainText(caption[language]);
        await page.keyboard.press('PageDown');
      }
      await expect(bar).toContainText(caption[language]);
      // The next lesson opens in the room in which this one was looked at last.
      for (const room of place % 2 === 0 ? rooms : [...rooms].reverse()) {
        await page.setViewportSize(room);
        await frames(page, 2);
        const where = `${id}, ${room.width} × ${room.height}`;
        expect.soft(await illegible(page), where).toEqual([]);
        expect.soft(await cuts(page), where).toEqual([]);
        // Canvases are drawn anew in turns.
        await expect.poll(() => smallPainted(page, needed.height), where).toEqual([]);
      }
    }
    expect((await sceneOf(page)).lesson).toBe(lessons.at(-1)?.id);
    await page.keyboard.press('.');
    await expect(page.locator('.blank')).toBeVisible();
    await page.keyboard.press('.');
    await expect(page.locator('.blank')).toHaveCount(0);
    await page.keyboard.press('PageUp');
    expect((await sceneOf(page)).lesson).toBe(lessons.at(-2)?.id);
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('banner')).toBeVisible();
  });

test('what a network mistakes digits for can be read from the back row, however few there is room for', async ({
  page,
}) => {
  await notePainted(page);
  const mistakes = () =>
    page.evaluate(() => [...window.paintedTexts.values()].map((all) => all.filter(({ text }) => text.includes('→'))));
  await page.goto(`./${from({ lesson: 'ensemble' })}`);
  await expect(page.getByRole('region', { name: en.classroom.lesson })).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('PageDown');
  for (const room of rooms) {
    await page.setViewportSize(room);
    await expect.poll(async () => (await mistakes()).flat().length).toBeGreaterThan(2);
    await expect.poll(() => smallPainted(page, needed.height)).toEqual([]);
  }
});

test('a prediction stays on the device, and the race waits for it', async ({ page }) => {
  await page.goto('./#{"view":"lessons"}');
  const { classroom } = en;
  const lesson = lessons.find(({ id }) => id === 'momentum');
  await page.getByRole('button', { name: new RegExp(`^${lesson?.title.en}`) }).click();
  expect(await page.evaluate(() => window.downhill.getScene())).toMatchObject({
    view: 'playground',
    lesson: 'momentum',
  });
  const step = page.getByRole('slider', { name: en.timeline.scrub, exact: true });
  await expect(step).toHaveValue('0');
  await expect(page.locator('.loss')).toBeHidden();
  const choice = page.getByRole('button', { name: 'Momentum', exact: true }).and(page.locator('.lesson-choices *'));
  await choice.click();
  await expect(choice).toHaveAttribute('aria-pressed', 'true');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: classroom.reveal }).click();
  await expect(step).toHaveValue('150');
  await expect(page.locator('.loss')).toBeVisible();
  await expect(page.getByRole('region', { name: classroom.lesson })).toContainText(classroom.chosen);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate((key) => localStorage.getItem(key), answersKey)).toBe('{"momentum":1}');
  expect(JSON.stringify(await sceneOf(page))).not.toContain('"momentum":1');
  await page.getByRole('button', { name: classroom.close }).click();
  await page.getByRole('link', { name: views.find(({ id }) => id === 'lessons')?.name.en ?? '' }).click();
  await expect(page.getByText(classroom.answered, { exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: classroom.forget }).click();
  await expect(page.getByText(classroom.answered, { exact: true })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('before the answer a lesson on maps shows the surface that they are of, and nothing of the runs', async ({
  page,
}) => {
  await page.goto(`./${from({ lesson: 'basins-map' })}`);
  const maps = page.locator('.map[data-map]');
  await expect(maps).toHaveCount(2);
  const greens = () =>
    maps.first().locator('.map-cover').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const colours = new Set<string>();
      for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] === 255) colours.add(`${pixels[i]} ${pixels[i + 1]}`);
      return colours.size;
    }); // prettier-ignore
  await expect.poll(greens).toBeGreaterThan(12);
  for (const map of await maps.all()) {
    await expect(map.getByRole('heading', { includeHidden: true })).toBeVisible();
    await expect(map.locator('.map-pixels')).toBeHidden();
    await expect(map).toHaveAttribute('inert');
  }
  await expect(page.locator('.map:not([data-map])')).toBeHidden();
  await expect(page.locator('.readout')).toBeHidden();
  await page.getByRole('button', { name: en.classroom.reveal }).click();
  await expect(maps.first().locator('.map-pixels')).toBeVisible();
  await expect(page.locator('.map[inert]')).toHaveCount(0);
});

test('a trial at the edge of a map is seen whole', async ({ page }) => {
  await page.goto(`./${from({ lesson: 'coarse-to-fine' })}`);
  const beside = () =>
    page.locator('.map-area').evaluate((area) => {
      const [picture, cover] = [...area.querySelectorAll('canvas')] as [HTMLCanvasElement, HTMLCanvasElement];
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = picture;
      const strip = [offsetLeft + offsetWidth + 2, offsetTop, 2, offsetHeight * 0.9] as const;
      const { data } = cover.getContext('2d')?.getImageData(...strip) ?? { data: [] };
      return [...data].filter((value) => value > 200).length;
    });
  await expect.poll(beside).toBeGreaterThan(4);
});

test('a lesson that is not there is named in a sentence, and the page opens', async ({ page }) => {
  await open(page, from({ lesson: 'nowhere' }));
  await expect(page.getByRole('region', { name: en.notice.title })).toContainText('lesson');
});

test('what keys do is said where there are keys', async ({ page, browser }) => {
  const open = async (on: typeof page): Promise<void> => {
    await on.goto(`${new URL('./', page.url()).href}#{"view":"lessons"}`);
    await expect(on.getByText(en.classroom.intro)).toBeVisible();
  };
  await page.goto('./');
  await open(page);
  await expect(page.getByText(en.classroom.introKeys)).toBeVisible();
  const phone = await browser.newPage({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await open(phone);
  await expect(phone.getByText(en.classroom.introKeys)).toBeHidden();
  await phone.close();
});

test('a pointer that rests where an optimizer comes to stand points at none until it moves', async ({ page }) => {
  await open(page);
  const place = page.locator('.place[data-rank]').first();
  const faded = page.locator('.scene-runner[data-faded="true"]');
  const { x = 0, y = 0, width = 0, height = 0 } = (await place.boundingBox()) ?? {};
  await page.evaluate(() => window.downhill.setScene({ view: 'lessons' }));
  await expect(place).toBeHidden();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.evaluate(() => window.downhill.setScene({ view: 'playground' }));
  await expect(place).toBeVisible();
  await frames(page, 12);
  await expect(faded).toHaveCount(0);
  await page.mouse.move(x + width / 2 + 3, y + height / 2);
  await expect(faded).not.toHaveCount(0);
});
