import { en } from '../../src/i18n/en.ts';
import { surfaceOf } from '../../surfaces/catalog.ts';
import { encodeLink } from '../../src/state/link.ts';
import { initialScene } from '../../src/state/scene.ts';
import { expect, test } from './page.ts';
import { beat, chips, gate, openGraph, player, press, said, written } from './playground/graph.ts';
import { atRest, frames, open, runsOf, sceneOf } from './playground/page.ts';
import { fieldOf } from './playground/slider.ts';

test.use({ isPainted: false });

const { graph, timeline } = en;
const gates = '2*(x*y + max(z, w))';

test.describe('at rest', () => {
  test.use({ reducedMotion: 'reduce' });

  test('the worked numbers are on the nodes, in the table, and follow a slider, a field and the link', async ({
    page,
  }) => {
    await openGraph(page);
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => written(page, name)))).toEqual([
      ['2', '2'],
      ['1', '5'],
      ['3', '2'],
      ['2', '3'],
      ['6', '1'],
    ]);
    await expect(page.getByRole('row', { name: 'c + 3 2 a (1), b (1)' })).toBeAttached();

    await page.getByRole('group', { name: graph.examples }).getByRole('button', { name: 'Gates' }).click();
    for (const [name, value, gradient] of [
      ['x', '3', '−8'],
      ['y', '−4', '6'],
      ['z', '2', '2'],
      ['w', '−1', '0'],
    ] as const)
      await expect.poll(() => written(page, name)).toEqual([value, gradient]);

    await fieldOf(page, graph.input('w')).fill('7');
    await fieldOf(page, graph.input('w')).press('Enter');
    await expect.poll(() => written(page, 'w')).toEqual(['7', '2']);
    expect(await written(page, 'z')).toEqual(['2', '0']);
    await page.getByRole('slider', { name: graph.input('y'), exact: true }).press('ArrowRight');
    await expect.poll(async () => (await written(page, 'y'))[0]).toBe('−3.9');
    const scene = await sceneOf(page);
    expect(scene.backprop).toEqual({ program: gates, inputs: { x: 3, y: -3.9, z: 2, w: 7 } });

    await page.goto('./');
    await page.goto(`./${encodeLink(scene)}`);
    await expect.poll(() => written(page, 'y')).toEqual(['−3.9', '6']);
    expect(await sceneOf(page)).toEqual(scene);
  });

  test('steps: values one by one, then contributions that pile up before they are added', async ({ page }) => {
    await openGraph(page);
    const step = async (): Promise<void> => {
      await press(page, timeline.forward);
      await frames(page, 2);
    };
    await press(page, timeline.restart);
    await frames(page, 2);
    expect(await written(page, 'a')).toEqual(['', '']);
    await step();
    expect([await written(page, 'a'), await written(page, 'c')]).toEqual([
      ['2', ''],
      ['', ''],
    ]);
    await step();
    expect([await written(page, 'c'), await written(page, 'd')]).toEqual([
      ['3', ''],
      ['', ''],
    ]);
    for (let i = 0; i < 6; i += 1) await step();
    await expect(beat(page)).toHaveValue('8');
    expect((await chips(page)).sort()).toEqual(['2', '2', '3']);
    expect(await written(page, 'b')).toEqual(['1', '']);
    await expect(said(page)).toContainText('d hands 3 × 1 = 3 to b');
    await step();
    expect(await chips(page)).toEqual([]);
    expect(await written(page, 'b')).toEqual(['1', '5']);
    await expect(said(page)).toContainText('∂e/∂b = 5');

    await press(page, timeline.back);
    await frames(page, 2);
    expect(await chips(page)).toHaveLength(3);
    await page.keyboard.press('Home');
    await expect(beat(page)).toHaveValue('0');
    await page.keyboard.press('ArrowRight');
    await expect(beat(page)).toHaveValue('1');
  });

  test('the keyboard walks from node to node along edges, moves and zooms the drawing', async ({ page }) => {
    await openGraph(page);
    const drawing = page.getByRole('application', { name: graph.title });
    const transform = () => page.locator('.world').getAttribute('transform');
    await drawing.focus();
    const fitted = await transform();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('+');
    expect(await transform()).not.toBe(fitted);
    await page.keyboard.press('0');
    expect(await transform()).toBe(fitted);

    await page.keyboard.press('Enter');
    await expect(gate(page, 'e')).toBeFocused();
    const walked: string[] = [];
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key);
      walked.push((await page.evaluate(() => document.activeElement?.ariaLabel ?? '')).charAt(0));
    }
    expect(walked.join('')).toMatch(/^(ca[c]e|cb[cd]e|db[cd]e)$/);
    await expect(gate(page, 'e')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(drawing).toBeFocused();
    await gate(page, 'd').click();
    await expect(gate(page, 'd')).toBeFocused();
    await expect(gate(page, 'd')).toHaveCSS('stroke-width', '3px');
  });

  test('nonsense is marked under its character, and the program before it goes on', async ({ page }) => {
    await openGraph(page);
    const text = page.getByRole('textbox', { name: graph.program, exact: true });
    await text.fill('c = a + * b');
    await expect(text).toHaveAccessibleDescription(/line 1, column 9/);
    await expect(page.locator('.code-under mark')).toHaveText('*');
    expect((await sceneOf(page)).backprop).toBeUndefined();
    expect(await written(page, 'c')).toEqual(['3', '2']);
    for (const nonsense of ['', 'sin', '((((', '__proto__ + 1', 'x'.repeat(2001), '🙂']) await text.fill(nonsense);
    expect(await written(page, 'c')).toEqual(['3', '2']);

    await text.fill('p = log(a)\np*b');
    await expect.poll(() => written(page, 'p')).toEqual(['0.6931', '1']);
    await fieldOf(page, graph.input('a')).fill('-0.3');
    await fieldOf(page, graph.input('a')).press('Enter');
    await expect(page.locator('.gate[data-fault] .gate-reason')).toHaveText('log of −0.3');
    await expect(page.locator('.gate[data-fault]')).toHaveCount(1);
    await expect(said(page)).toContainText('p has no value: log of −0.3');
    await text.fill('2 + 3');
    await expect(page.locator('.gate')).toHaveCount(1);
    await text.fill('a');
    await expect.poll(() => written(page, 'a')).toEqual(['−0.3', '1']);
  });

  test('of a program as large as they may be the part around a node is drawn, and moves along with it', async ({
    page,
  }) => {
    await openGraph(page, { program: Array.from({ length: 195 }, (_, i) => `sin(${i + 2}x)`).join('+') });
    await expect(page.getByText(/^Shown are \d+ of 585 nodes/)).toBeVisible();
    const nodes = (): Promise<string> =>
      page.locator('.gate').evaluateAll((all) => all.map((node) => (node as SVGElement).dataset['gate']).join());
    const before = await nodes();
    await page.getByRole('application', { name: graph.title }).press('Enter');
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowLeft');
        return nodes();
      })
      .not.toBe(before);
    await expect(page.locator('.gate-pill:focus')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('table', { name: graph.table.caption }).getByRole('row')).toHaveCount(586);
  });

  test('in the playground one click opens the graph where an optimizer stands; one cursor moves both', async ({
    page,
  }) => {
    await open(page, encodeLink({ ...initialScene('himmelblau'), inspect: 'adam', steps: 120, cursor: 57 }));
    await atRest(page);
    await page.getByRole('button', { name: graph.open }).click();
    await expect(page.getByRole('application', { name: graph.title })).toBeVisible();
    const adam = (await runsOf(page)).find(({ id }) => id === 'adam');
    const shown = (column: string, row: number): string => {
      const value = adam?.columns[column]?.[row] ?? NaN;
      const size = Math.abs(value);
      const text = size !== 0 && size < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(4)));
      return text.replaceAll('-', '−');
    };
    const check = async (row: number): Promise<void> => {
      await expect.poll(() => written(page, 'x')).toEqual([shown('x', row), shown('gx', row)]);
      expect(await written(page, 'y')).toEqual([shown('y', row), shown('gy', row)]);
    };
    await check(57);
    const {
      x = NaN,
      y = NaN,
      gx,
      gy,
    } = Object.fromEntries(['x', 'y', 'gx', 'gy'].map((column) => [column, adam?.columns[column]?.[57]]));
    const { gradients } = await page.evaluate(([formula, at]) => window.downhill.backprop(formula, at), [
      surfaceOf('himmelblau').formula,
      { x, y },
    ] as const);
    expect(gradients).toEqual({ x: gx, y: gy });

    await frames(page, 5);
    const drawn = await page.evaluate(() => window.downhill.stats().frames);
    const race = page.getByRole('region', { name: timeline.region, exact: true });
    await race.getByRole('slider', { name: timeline.scrub, exact: true }).press('Shift+ArrowRight');
    await check(67);
    expect(await page.evaluate(() => window.downhill.stats().frames)).toBe(drawn);
    await page.getByRole('combobox', { name: graph.optimizer }).selectOption('sgd');
    expect((await sceneOf(page)).inspect).toBe('sgd');

    await page.getByRole('button', { name: graph.toSurface }).click();
    await expect(page.getByRole('slider', { name: timeline.scrub, exact: true })).toHaveValue('67');
    await page.goBack();
    await expect(page.getByRole('application', { name: graph.title })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('slider', { name: timeline.scrub, exact: true })).toHaveValue('67');
  });
});

test('played, contributions travel along the edges, and at rest no frame is asked for', async ({ page }) => {
  await openGraph(page);
  const chips = await page.evaluateHandle(() => {
    const places = new Map<Element, Set<string>>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const chip = target as Element;
        places.set(chip, (places.get(chip) ?? new Set()).add(chip.getAttribute('transform') ?? ''));
      }
    }).observe(document.querySelector('.chips') as Element, { subtree: true, attributeFilter: ['transform'] });
    return places;
  });
  await press(page, timeline.restart);
  await press(page, timeline.play);
  await expect(beat(page)).toHaveValue('9');
  await expect(player(page).getByRole('button', { name: timeline.play, exact: true })).toBeVisible();
  expect(await written(page, 'b')).toEqual(['1', '5']);
  const travelled = await chips.evaluate((places) => [...places.values()].map(({ size }) => size));
  expect(travelled).toHaveLength(5);
  expect(Math.min(...travelled)).toBeGreaterThan(3);
  const asked = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const request = window.requestAnimationFrame.bind(window);
        let count = 0;
        window.requestAnimationFrame = (callback) => {
          count += 1;
          return request(callback);
        };
        const wait = (left: number): void => void (left === 0 ? done(count) : request(() => wait(left - 1)));
        wait(20);
      }),
  );
  expect(asked).toBe(0);
});
