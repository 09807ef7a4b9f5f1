import type { Page } from '@playwright/test';

/** Height of essential text, and the contrast that it needs on white where a dim room leaves a projector 7:1. */
export const needed = { height: 33 / 768, contrast: 7.4 };

/** Texts in sight that are too small or too faint for the back row, as "text: why"; exponents and indices go by their base. */
export const illegible = (page: Page): Promise<string[]> =>
  page.evaluate(({ height, contrast }) => {
    const faults: string[] = [];
    const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const painted = (colours: readonly string[]): number[] => {
      if (pencil === null) return [];
      for (const colour of ['#fff', ...colours]) {
        pencil.fillStyle = colour;
        pencil.fillRect(0, 0, 1, 1);
      }
      return [...pencil.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (colour: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const scaleOf = (element: Element): number => {
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      return matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === '') continue;
      if (element.closest('.unseen, .skip, .raised, .lowered, option, script, noscript') !== null) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().width === 0) continue;
      const name = `“${node.textContent?.slice(0, 30)}”`;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize) * scaleOf(element);
      if (size < height * innerHeight - 0.3) faults.push(`${name}: ${size.toFixed(1)} px of ${innerHeight}`);
      const grounds: string[] = [];
      for (let around: Element | null = element; around !== null; around = around.parentElement)
        grounds.unshift(getComputedStyle(around).backgroundColor);
      const ink = element instanceof SVGElement ? style.fill : style.color;
      const [text, ground] = [luminance(painted([...grounds, ink])), luminance(painted(grounds))];
      const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
      if (ratio < contrast) faults.push(`${name}: contrast ${ratio.toFixed(2)}`);
    }
    return faults;
  }, needed);
