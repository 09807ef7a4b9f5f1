import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';

/** Bits per second: lines on a smooth surface stay sharp. */
const quality = new Quality({ bitrate: 8_000_000 });

/**
 * A video file of pictures that are painted on a canvas one after the other, each with a time of its own, so that it
 * does not depend on how fast they come: H.264 in an MP4 file, which most programs can show, or else VP9, VP8 or AV1 in
 * WebM. Rejects where the browser can encode none of them at this size.
 */
export async function encoderOf(canvas: HTMLCanvasElement) {
  const { width, height } = canvas;
  const codec = await getFirstEncodableVideoCodec(['avc', 'vp9', 'vp8', 'av1'], { width, height, quality });
  if (codec === null) throw new Error(`this browser encodes no video of ${width} × ${height}`);
  const extension = codec === 'avc' ? ('mp4' as const) : ('webm' as const);
  const target = new BufferTarget();
  const output = new Output({
    format: extension === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(canvas, { codec, quality });
  output.addVideoTrack(source);
  await output.start();
  return {
    extension,
    /** Takes what the canvas shows for a time; both in seconds. Resolves when the next picture may come. */
    add: (at: number, lasts: number): Promise<void> => source.add(at, lasts),
    /** The file, when all pictures are in it. */
    finish: async (): Promise<Blob> => {
      await output.finalize();
      return new Blob([target.buffer as ArrayBuffer], { type: `video/${extension}` });
    },
    /** Ends the encoder without a file. */
    cancel: (): Promise<void> => output.cancel(),
  };
}
