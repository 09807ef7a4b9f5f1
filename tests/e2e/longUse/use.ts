import type { Page } from '@playwright/test';
import { surfaces } from '../../../surfaces/catalog.ts';
import { en } from '../../../src/i18n/en.ts';
import { views } from '../../../src/state/views.ts';

/** Drags of five moves: then the slider is let go and put back, and the next one is taken. So many moves come in a frame. */
export const moveSliders = (page: Page, count: number, inFrame: number): Promise<void> =>
  page.evaluate(
    async ([moves, each]) => {
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      for (let move = 0; move < moves; move += 1) {
        const sliders = document.querySelectorAll<HTMLInputElement>('.panel input[type=range]');
        const slider = sliders[Math.floor(move / 5) % sliders.length];
        if (slider === undefined || write === undefined) throw new Error('expected sliders in the panel');
        Reflect.apply(write, slider, [String((move * 0.618) % 1)]);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        if (move % each === each - 1) await new Promise(requestAnimationFrame);
        if (move % 5 !== 4) continue;
        slider.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
        slider.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      }
    },
    [count, inFrame] as const,
  );

/** Chooses one surface after the other in the page's own picker, and types every fourth, one that was not there before. */
export const changeSurfaces = (page: Page, count: number, from: number): Promise<void> =>
  page.evaluate(
    async ({ changes, ids, first }) => {
      const picker = document.querySelector('.surface-picker select') as HTMLSelectElement;
      for (let change = first; change < first + changes; change += 1) {
        const formula = `x^2 + ${change / 1000}*y^2`;
        if (change % 4 === 3) {
          const surface = { formula, params: {}, domain: [-4, 4, -4, 4] };
          const problems = window.downhill.setScene({ surface, start: [-3, 2] });
          if (problems.length > 0) throw new Error(problems.join());
        } else {
          picker.value = ids[change % ids.length] as string;
          picker.dispatchEvent(new Event('change', { bubbles: true }));
        }
        await new Promise(requestAnimationFrame);
      }
    },
    { changes: count, ids: surfaces.map(({ id }) => id), first: from },
  );

/** Goes from view to view by the page's own links, and waits until each is there. */
export async function changeViews(page: Page, count: number): Promise<void> {
  const navigation = page.getByRole('navigation', { name: en.header.navigation });
  for (let change = 1; change <= count; change += 1) {
    const { name } = views[change % views.length] as (typeof views)[number];
    const link = navigation.getByRole('link', { name: name.en, exact: true });
    await link.click();
    await page.waitForFunction(
      (view) =>
        document.querySelector('nav [aria-current=page]')?.textContent === view &&
        document.querySelector('main:not(.view-said, [inert])') !== null,
      name.en,
    );
  }
}
