import type { Page } from '@playwright/test';

/**
 * Texts and controls that are not wholly to be seen, as "what: why": cut by their own box or by one around them, with an
 * ellipsis, or outside the window to the left or right. What scrolls down is no fault; nor is what only assistive
 * technology reads, and what scrolls sideways by design: formulas in the panel, and on a phone that of the surface too.
 */
export const cuts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const slack = 1;
    const faults: string[] = [];
    const measure = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const clips = (value: string): boolean => value !== 'visible';
    const hasOwnText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    const chosen = 'input, select, button, textarea, svg.icon, svg.glyph';
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!hasOwnText(element) && !element.matches(chosen)) continue;
      if (element.matches('option, math *, script')) continue;
      if (element.closest('.unseen, .skip, .formula, details:not([open]) > :not(summary)') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const name = `${element.tagName.toLowerCase()}.${element.className} “${(element.ariaLabel ?? element.textContent).slice(0, 40)}”`;
      const fault = (why: string): void => void faults.push(`${name}: ${why}`);

      if (box.left < -slack || box.right > innerWidth + slack) fault(`outside the window, ${box.left} to ${box.right}`);
      if (clips(style.overflowX) && element.scrollWidth > element.clientWidth + slack)
        fault(`${element.scrollWidth} wide in ${element.clientWidth}`);
      if (
        clips(style.overflowY) &&
        style.overflowY !== 'auto' &&
        element.scrollHeight > element.clientHeight + slack &&
        !element.matches('input')
      )
        fault(`${element.scrollHeight} high in ${element.clientHeight}`);
      if (element instanceof HTMLSelectElement) {
        measure.font = style.font;
        const room = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        const { width } = measure.measureText(element.selectedOptions[0]?.text ?? '');
        if (width > room + slack) fault(`“${element.selectedOptions[0]?.text}” is ${width} wide in ${room}`);
      }
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const edge = around.getBoundingClientRect();
        const { overflowX, overflowY } = getComputedStyle(around);
        if (clips(overflowX) && (box.left < edge.left - slack || box.right > edge.right + slack))
          fault(`cut at a side of ${around.className}`);
        if (overflowY === 'hidden' && (box.top < edge.top - slack || box.bottom > edge.bottom + slack))
          fault(`cut above or below by ${around.className}`);
      }
    }
    const formula = document.querySelector('.title .formula');
    const isPhone = innerWidth < 820;
    if (!isPhone && formula !== null && formula.scrollWidth > formula.clientWidth + slack)
      faults.push(`the surface's formula is ${formula.scrollWidth} wide in ${formula.clientWidth}`);
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`);
    return faults;
  });
