import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { expect, test } from './page.ts';
import { atRest, frames, open } from './playground/page.ts';

// With less motion the race is not played, so that nothing moves but what a test moves.
test.use({ reducedMotion: 'reduce', viewport: { width: 640, height: 480 } });

const { take } = en;

/** Keeps the encoders that the page makes, for a look at what they do. */
const watchEncoders = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const encoders: VideoEncoder[] = [];
    const Native = window.VideoEncoder;
    window.VideoEncoder = class extends Native {
      constructor(...options: ConstructorParameters<typeof Native>) {
        super(...options);
        encoders.push(this);
      }
    };
    Object.assign(window, { encoders });
  });

/** How many encoders there were, and how many of them are not closed. */
const encoders = (page: Page): Promise<{ made: number; open: number }> =>
  page.evaluate(() => {
    const all = (window as unknown as { encoders: VideoEncoder[] }).encoders;
    return { made: all.length, open: all.filter(({ state }) => state !== 'closed').length };
  });

async function openVideo(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: en.header.share, exact: true }).click();
  return page.getByRole('dialog', { name: en.share.title }).getByRole('group', { name: take.video });
}

const scrubber = (page: Page): Locator =>
  page.getByRole('slider', { name: en.timeline.scrub, exact: true, includeHidden: true });

/** What a browser makes of a video: its size, its length, and how many values change between its frames at some shares of it. */
async function played(page: Page, bytes: Buffer, type: string, shares: readonly number[]) {
  // A page of its own context: that of the program may not load videos.
  const player = await (page.context().browser() as Browser).newPage();
  const found = await player.evaluate(
    async ({ encoded, type, shares }) => {
      const data = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const video = document.createElement('video');
      const event = (name: string): Promise<unknown> =>
        new Promise((done, fail) => {
          video.addEventListener(name, done, { once: true });
          video.addEventListener('error', () => fail(new Error(video.error?.message)), { once: true });
        });
      const loaded = event('loadeddata');
      video.src = URL.createObjectURL(new Blob([data], { type }));
      await loaded;
      const seek = async (time: number): Promise<void> => {
        // Where the machine is busy, 'seeked' comes before the frame can be drawn.
        const shown = new Promise((done) => video.requestVideoFrameCallback(done));
        video.currentTime = time;
        await shown;
      };
      const { videoWidth: width, videoHeight: height, duration } = video;
      const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
      const pictures: number[][] = [];
      for (const share of shares) {
        await seek(share * duration);
        context.drawImage(video, 0, 0);
        pictures.push([...context.getImageData(0, 0, width, height).data]);
      }
      const changed = pictures
        .slice(1)
        .map((picture, at) =>
          picture.reduce((sum, value, i) => sum + Number(Math.abs(value - (pictures[at]?.[i] ?? 0)) > 24), 0),
        );
      return { width, height, duration, changed };
    },
    { encoded: bytes.toString('base64'), type, shares },
  );
  await player.close();
  return found;
}

test('the runs are recorded from start to end, in the size of the picture, and the playback stays where it was', async ({
  page,
}) => {
  await watchEncoders(page);
  await open(page, '#{"cursor":123}');
  await atRest(page);
  const size = await page.locator('.scene').evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
  const [width, height] = size.map((length) => Math.floor(length / 2) * 2);
  await expect(scrubber(page)).toHaveValue('123');

  const video = await openVideo(page);
  await video.getByLabel(take.videoLength).selectOption('5');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await video.getByRole('button', { name: take.record }).click();
      await expect(video.getByRole('progressbar', { name: take.recording })).toBeVisible();
      await expect(video.getByRole('button', { name: take.cancel })).toBeFocused();
    })(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^downhill-rosenbrock-run\.(mp4|webm)$/);
  await expect(video.getByRole('button', { name: take.record })).toBeFocused();
  await expect(scrubber(page)).toHaveValue('123');
  expect(await encoders(page)).toEqual({ made: 1, open: 0 });

  const type = download.suggestedFilename().endsWith('mp4') ? 'video/mp4' : 'video/webm';
  const shown = await played(page, readFileSync(await download.path()), type, [0.02, 0.25, 0.5, 0.98]);
  expect(shown).toMatchObject({ width, height });
  // The end is shown for half a second more, and the last picture before it may last beyond the five.
  expect(shown.duration).toBeGreaterThanOrEqual(5.5);
  expect(shown.duration).toBeLessThan(5.65);
  for (const changed of shown.changed) expect(changed).toBeGreaterThan(1000);
});

for (const [how, stop] of [
  ['cancelled', (video: Locator) => video.getByRole('button', { name: take.cancel }).click()],
  ['closed', (video: Locator) => video.page().keyboard.press('Escape')],
] as const)
  test(`a recording that is ${how} leaves nothing running and saves nothing`, async ({ page }) => {
    await watchEncoders(page);
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await open(page, '#{"cursor":40}');
    await atRest(page);
    const video = await openVideo(page);
    await video.getByRole('button', { name: take.record }).click();
    await expect(video.getByRole('progressbar', { name: take.recording })).not.toHaveAttribute('value', '0');
    expect(await encoders(page)).toEqual({ made: 1, open: 1 });
    await stop(video);
    if (how === 'cancelled') await expect(page.getByText(take.cancelled)).toBeVisible();
    await atRest(page);
    await frames(page, 5);
    await expect.poll(() => encoders(page)).toEqual({ made: 1, open: 0 });
    await expect(scrubber(page)).toHaveValue('40');
    expect(downloads).toBe(0);
  });

test('where the browser cannot record, a sentence says so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'VideoEncoder'));
  await open(page);
  const video = await openVideo(page);
  await expect(video.getByText(take.noVideo)).toBeVisible();
  await expect(video.getByRole('button')).toHaveCount(0);
});
