import type { Page } from '@playwright/test';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture as the browser decodes it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly data: Uint8Array;
}

/** What is seen in a part of the window, in its pixels. */
export async function pixelsIn(page: Page, box: Box | null): Promise<Pixels> {
  const picture = await page.screenshot(box === null ? {} : { clip: box });
  const { width, height, text } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext(
      '2d',
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width: image.width, height: image.height, text: btoa(text) };
  }, picture.toString('base64'));
  return { width, height, data: Uint8Array.from(Buffer.from(text, 'base64')) };
}

/** How many pixels of a part of the window have each of some colours (#rrggbb), up to what blending changes. */
export async function coloursIn(
  page: Page,
  box: Box | null,
  colours: readonly string[],
): Promise<Record<string, number>> {
  const { data } = await pixelsIn(page, box);
  const wanted = colours.map((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)));
  const counts = colours.map(() => 0);
  for (let at = 0; at < data.length; at += 4)
    wanted.forEach((rgb, i) => {
      if (rgb.every((value, channel) => Math.abs(value - (data[at + channel] ?? 0)) <= 6))
        counts[i] = (counts[i] ?? 0) + 1;
    });
  return Object.fromEntries(colours.map((colour, i) => [colour, counts[i] ?? 0]));
}
