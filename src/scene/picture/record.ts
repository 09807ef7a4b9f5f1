import { playback } from '../../state/playback.ts';
import { compose, pictureContext, type Subject } from './compose.ts';
import type { PictureGround, Video } from './taker.ts';
import { videoType } from './videoType.ts';

/** The picture in motion. */
export interface Film {
  readonly subject: Subject;
  /** Asks for a frame. */
  invalidate(): void;
  /** Calls something in every frame, when the surface is drawn and the overlay is in its place; returns what ends it. */
  onFrame(paint: () => void): () => void;
}

/** Bits per second: lines on a smooth surface stay sharp. */
const bitRate = 8_000_000;

/** An even number of pixels, which is what video is coded in. */
const even = (size: number): number => Math.max(2, Math.floor(size / 2) * 2);

/** Seconds since it was made, those not counted in which the page was hidden; `hide` is told when that changes. */
function stopwatch(hide: (isHidden: boolean) => void) {
  let began = performance.now();
  let left = 0;
  const follow = (): void => {
    if (document.hidden) left = performance.now();
    else began += performance.now() - left;
    hide(document.hidden);
  };
  document.addEventListener('visibilitychange', follow);
  return {
    seconds: (): number => (performance.now() - began) / 1000,
    stop: (): void => document.removeEventListener('visibilitychange', follow),
  };
}

/** A recorder of what is painted on a canvas. */
function recorderOf(canvas: HTMLCanvasElement, type: string) {
  const stream = canvas.captureStream();
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: bitRate });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const ended = new Promise<Blob>((done, fail) => {
    recorder.addEventListener('stop', () => done(new Blob(pieces, { type: type.replace(/;.*$/, '') })));
    recorder.addEventListener('error', () => fail(new Error(`the browser stopped recording ${type}`)));
  });
  let isRunning = false;
  recorder.addEventListener('start', () => {
    isRunning = true;
  });
  recorder.start();
  return {
    /** The first pictures may pass before the browser has begun. */
    isRunning: () => isRunning,
    pause: (isPaused: boolean): void => {
      if (recorder.state !== 'inactive') recorder[isPaused ? 'pause' : 'resume']();
    },
    stop: (): Promise<Blob> => {
      if (recorder.state !== 'inactive') recorder.stop();
      for (const track of stream.getTracks()) track.stop();
      return ended;
    },
  };
}

/** Pictures that are painted of the end: a browser records a picture up to three later than it was painted. */
const lastPictures = 5;

/**
 * Records the runs from the start to the end as a video of so many seconds, in the picture as it is on the page; the
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
  const type = videoType();
  if (type === undefined) throw new Error('this browser cannot record video');
  const ratio = gl.getPixelRatio();
  const context = pictureContext(even(root.clientWidth * ratio), even(root.clientHeight * ratio));
  const { width, height } = context.canvas;
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
  /** Has the picture painted at a share of the runs. */
  const picture = (share: number): Promise<void> => {
    playback.seek(share * playback.length);
    tell(share);
    const done = new Promise<void>((next) => {
      painted = next;
    });
    invalidate();
    return Promise.race([done, aborted]);
  };

  const recorder = recorderOf(context.canvas, type);
  let watch: ReturnType<typeof stopwatch> | undefined;
  try {
    while (!recorder.isRunning()) await picture(0);
    watch = stopwatch(recorder.pause);
    for (let share = 0; share < 1; share = watch.seconds() / seconds) await picture(share);
    for (let i = 0; i < lastPictures; i += 1) await picture(1);
    return { blob: await recorder.stop(), width, height, extension: type.includes('mp4') ? 'mp4' : 'webm' };
  } finally {
    watch?.stop();
    endPainting();
    recorder.stop().catch(() => undefined);
    playback.seek(position);
    if (playing) playback.play();
  }
}
