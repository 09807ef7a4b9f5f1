import type { Page } from '@playwright/test';

/** Everything on the page that must not lie over anything else of this list. */
const parts = [
  '.header',
  '.surface-picker',
  '.title-formula',
  '.teaches',
  '.scene-views',
  '.starts',
  '.stage-note',
  '.contour',
  '.loss',
  '.board',
  '.timeline',
  '.panel',
];
/** Texts and controls, of which no two on the same layer may touch. */
const pieces = ['.place > *', '.timeline > *', '.timeline-buttons > *', '.header-tools > *', '.starts > *'];
/** Numbers and names along the axes, and what is said of the picture and set below it, which must not lie over them. */
const ticks = ['.scene-tick'];
const said = ['.stage [role="status"]', '.starts > *'];

/** Pairs of visible elements that lie over each other, as "a × b"; by as much as a pixel is nothing. */
export const collisions = (page: Page): Promise<string[]> =>
  page.evaluate(
    (groups) => {
      const within = (selector: string) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((element, i) => ({
            name: `${selector} ${i} ${element.textContent.slice(0, 20)}`,
            element,
            box: element.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width > 0 && box.height > 0);
      return groups.flatMap(([selectors, others]) => {
        const all = selectors.flatMap(within);
        const against = others?.flatMap(within);
        return all.flatMap((a, i) =>
          (against ?? all.slice(i + 1))
            .filter(
              (b) =>
                !a.element.contains(b.element) &&
                !b.element.contains(a.element) &&
                Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
                Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 1,
            )
            .map((b) => `${a.name} × ${b.name}`),
        );
      });
    },
    [[parts], [pieces], [said, ticks]] as [string[], string[]?][],
  );
