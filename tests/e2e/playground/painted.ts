import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Texts on every canvas since it was last cleared, and their sizes in pixels of the canvas. */
    paintedTexts: Map<HTMLCanvasElement, { text: string; size: number }[]>;
  }
}

/** Has the page note what is written on its canvases; before it is opened. */
export const notePainted = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.paintedTexts = new Map();
    const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (x, y, width, height) {
      if (width >= this.canvas.width && height >= this.canvas.height) window.paintedTexts.delete(this.canvas);
      clearRect.call(this, x, y, width, height);
    };
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
      const { a, b } = this.getTransform();
      const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '') * Math.hypot(a, b);
      const texts = window.paintedTexts.get(this.canvas) ?? [];
      window.paintedTexts.set(this.canvas, [...texts, { text, size }]);
      fillText.call(this, text, ...at);
    };
  });

/** Texts on the canvases in sight that are smaller than this share of the window's height, as "text: why". */
export const smallPainted = (page: Page, share: number): Promise<string[]> =>
  page.evaluate(
    (least) =>
      [...window.paintedTexts].flatMap(([canvas, texts]) => {
        if (!canvas.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
        const scale = canvas.getBoundingClientRect().width / canvas.width;
        return (
          texts
            // Fonts are of whole pixels, canvases not always as wide as they are shown.
            .filter(({ size }) => size * scale < Math.floor(least * innerHeight) - 0.3)
            .map(({ text, size }) => `“${text}”: ${(size * scale).toFixed(1)} px of ${innerHeight}`)
        );
      }),
    share,
  );
