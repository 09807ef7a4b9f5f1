import { en } from '../../src/i18n/en.ts';
import { encodeLink } from '../../src/state/link.ts';
import { expect, test } from './page.ts';
import { violations } from './playground/axe.ts';
import { open, sceneOf, setScene } from './playground/page.ts';

test.use({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce', isPainted: false });

const { classroom, header, notice, own, share } = en;

test('a teacher records lessons, words and orders them, gives them away, and tells them by remote', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: header.share, exact: true }).click();
  await page.getByRole('button', { name: own.record }).click();
  await expect(page.getByText(own.recorded('Rosenbrock'))).toBeVisible();
  await page.keyboard.press('Escape');
  await setScene(page, { surface: { id: 'bowl' } });
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: own.recordOf('Playground') }).click();
  const list = page.locator('.own-list > li');
  await expect(list).toHaveCount(2);

  await page.getByText(own.words('Rosenbrock')).click();
  const words = list.first();
  await words.getByLabel(own.name).fill('A valley');
  await words.getByLabel(own.caption).fill('It bends.');
  await words.getByLabel(own.ask).fill('Who is first?');
  await words.getByLabel(own.choices).fill('SGD\nAdam');
  await words.getByLabel(own.answer).selectOption('Adam');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: own.later('A valley') }).focus();
  await page.keyboard.press('Enter');
  await expect(list.last()).toContainText('A valley');
  await expect(page.getByRole('button', { name: own.earlier('A valley') })).toBeFocused();
  await page.getByRole('button', { name: own.remove('A valley') }).click();
  await expect(list).toHaveCount(1);
  await page.getByRole('button', { name: own.putBack }).click();
  await expect(list.last()).toContainText('A valley');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: own.save }).click(),
  ]);
  const path = await file.path();
  await page.evaluate(() => localStorage.removeItem('downhill.lessons'));
  await page.goto('about:blank');
  await page.goto(`./#${encodeURIComponent('{"view":"lessons"}')}`);
  await expect(page.getByRole('heading', { name: own.title })).toBeVisible();
  await expect(list).toHaveCount(0);
  await page.locator('.own input[type=file]').setInputFiles(path);
  const bar = page.getByRole('region', { name: classroom.lesson });
  await expect(bar).toContainText(classroom.place(1, 2));
  await page.keyboard.press('PageDown');
  await expect(bar).toContainText('Who is first?');
  await page.keyboard.press('PageDown');
  await expect(bar).toContainText('It bends.');
  expect(await sceneOf(page)).toMatchObject({ lesson: 'own-2', surface: { id: 'rosenbrock' } });

  // A link with a fault in it says which, and the rest is begun.
  const course = { lessons: [{ title: 7, caption: 'From a link.', scene: { surface: { id: 'booth' } } }] };
  await page.goto(`./${encodeLink(course)}`);
  await expect(page.getByRole('region', { name: notice.title })).toContainText('lessons[0].title: expected a text');
  await expect(bar).toContainText('From a link.');
  await expect(bar).toContainText(classroom.place(3, 3));
  await page.getByRole('button', { name: header.share, exact: true }).click();
  await page.getByLabel(share.paste).fill('{ "lessons": "mine" }');
  await page.getByRole('button', { name: share.use, exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('lessons: expected a list of 1 to 60 lessons, found "mine"');
});

test('lessons that are recorded in two tabs are all kept', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.goto('./');
  for (const [tab, id] of [
    [page, 'bowl'],
    [other, 'ravine'],
    [page, 'himmelblau'],
  ] as const) {
    await setScene(tab, { view: 'lessons', surface: { id } });
    await tab.getByRole('button', { name: own.recordOf('Playground') }).click();
    for (const each of [page, other])
      await expect.poll(() => each.evaluate(() => localStorage.getItem('downhill.lessons'))).toContain(id);
  }
  await expect(page.locator('.own-list > li')).toHaveCount(3);
  await expect(other.locator('.own-list > li')).toHaveCount(3);
});
