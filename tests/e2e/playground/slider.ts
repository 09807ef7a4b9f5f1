import type { Locator, Page } from '@playwright/test';

/** A slider of the panel by what assistive technology calls it, "Adam, learning rate lr". */
export const sliderOf = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true });

/** The field beside a slider. */
export const fieldOf = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name: `${name}, value`, exact: true });

/** Presses a slider's thumb with the pointer; the returned function drags it to shares of the slider's length. */
export async function grab(page: Page, slider: Locator): Promise<(share: number) => Promise<void>> {
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('the slider is not on the page');
  const thumb = 14;
  const moveTo = (share: number): Promise<void> =>
    page.mouse.move(box.x + thumb / 2 + share * (box.width - thumb), box.y + box.height / 2);
  await moveTo(Number(await slider.inputValue()));
  await page.mouse.down();
  return moveTo;
}

/** What is on the screen in the first animation frame after an input. */
export interface Shown {
  /** The runs' numbers, as JSON. */
  readonly runs: string;
  /** The pictures, as data URLs: the surface in 3D, the paths on the contour map, and the loss chart. */
  readonly pictures: Readonly<Record<'surface' | 'map' | 'chart', string>>;
  readonly frames: number;
  readonly isBlank: boolean;
}

/**
 * Does something that makes the page get one input, and looks at the page in the next animation frame: after the page's
 * own callbacks of that frame, which were asked for while the input was handled, and before anything of a later frame.
 */
export async function shownAfter(page: Page, input: () => Promise<void>): Promise<Shown> {
  const shown = await page.evaluateHandle(() => {
    const look = (): Shown => {
      const surface = document.querySelector('.scene canvas') as HTMLCanvasElement;
      const copy = new OffscreenCanvas(surface.width, surface.height).getContext('2d', { willReadFrequently: true });
      const picture = copy as OffscreenCanvasRenderingContext2D;
      picture.drawImage(surface, 0, 0);
      const { data } = picture.getImageData(0, 0, surface.width, surface.height);
      const urlOf = (selector: string): string => (document.querySelector(selector) as HTMLCanvasElement).toDataURL();
      const pixels = new Uint32Array(data.buffer);
      return {
        runs: JSON.stringify(window.downhill.getRuns()),
        pictures: {
          surface: String(pixels.reduce((sum, pixel, i) => (sum + Math.imul(pixel ^ i, 2654435761)) | 0, 0)),
          map: urlOf('.contour-lines'),
          chart: urlOf('.loss canvas'),
        },
        frames: window.downhill.stats().frames,
        isBlank: pixels.every((pixel) => pixel === pixels[0]),
      };
    };
    const answer = new Promise<Shown>((done) => {
      window.addEventListener('input', () => requestAnimationFrame(() => done(look())), { once: true });
    });
    return { answer };
  });
  await input();
  return shown.evaluate(({ answer }) => answer);
}
