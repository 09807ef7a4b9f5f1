import { playback } from '../../state/playback.ts';
import { compose, pictureContext, type Subject } from './compose.ts';
import type { PictureGround, Video } from './taker.ts';

/** The picture in motion. */
export interface Film {
  readonly subject: Subject;
  /** Asks for a frame. */
  invalidate(): void;
  /** Calls something in every frame, when the surface is drawn and the overlay is in its place; returns what ends it. */
  onFrame(paint: () => void): () => void;
}

/** Seconds for which one picture is shown, where the machine is fast and where it is slow. */
const shortest = 1 / 30;
const longest = 1 / 8;
/** Seconds that recording may take per second of video, as long as pictures can be left out for it. */
const patience = 2;
/** Seconds for which the end is shown. */
const hold = 0.5;

/** Whether the browser has an encoder; it has none outside a secure context. */
export const canRecord = (): boolean => typeof VideoEncoder !== 'undefined';

/** An even number of pixels, which is what video is coded in. */
const even = (size: number): number => Math.max(2, Math.floor(size / 2) * 2);

/**
 * Records the runs from the start to the end as a video of so many seconds, picture by picture as it is on the page; the
 * playback is put back where it was. Where the machine is slow the video has fewer pictures, and is as long. Rejects
 * where the browser cannot, and when it is aborted, with the signal's reason.
 */
export async function record(
  { subject: { gl, root }, invalidate, onFrame }: Film,
  seconds: number,
  ground: PictureGround,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Video> {
  const { encoderOf } = await import('./encode.ts');
  signal.throwIfAborted();
  const ratio = gl.getPixelRatio();
  const context = pictureContext(even(root.clientWidth * ratio), even(root.clientHeight * ratio));
  const { width, height } = context.canvas;
  const encoder = await encoderOf(context.canvas);
  const { position, playing } = playback;
  playback.pause();

  let painted = (): void => undefined;
  const endPainting = onFrame(() => {
    compose(context, root, ratio, ground, (take) => take(gl.domElement));
    painted();
  });
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  // Nobody waits for it between two pictures.
  aborted.catch(() => undefined);
  /** Has the picture painted at a share of the runs. */
  const picture = (share: number): Promise<void> => {
    signal.throwIfAborted();
    playback.seek(share * playback.length);
    tell(share);
    const done = new Promise<void>((next) => {
      painted = next;
    });
    invalidate();
    return Promise.race([done, aborted]);
  };

  try {
    // The first may have to compile or load.
    await picture(0);
    let at = 0;
    let lasts = shortest;
    while (at < seconds) {
      const began = performance.now();
      await picture(at / seconds);
      await Promise.race([encoder.add(at, lasts), aborted]);
      at += lasts;
      lasts = Math.min(longest, Math.max(shortest, (performance.now() - began) / 1000 / patience));
    }
    await picture(1);
    await Promise.race([encoder.add(at, hold), aborted]);
    return { blob: await encoder.finish(), width, height, extension: encoder.extension };
  } catch (error) {
    await encoder.cancel();
    throw error;
  } finally {
    endPainting();
    playback.seek(position);
    if (playing) playback.play();
  }
}
