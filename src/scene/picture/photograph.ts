import { compose, pictureContext, type Subject } from './compose.ts';
import type { Picture, PictureGround } from './taker.ts';

/** Draws the scene at another pixel ratio into a canvas and at its own again, all before the page is shown anew. */
function redraw({ gl, scene, camera }: Subject, ratio: number, take: (canvas: HTMLCanvasElement) => void): void {
  const before = gl.getPixelRatio();
  try {
    gl.setPixelRatio(ratio);
    gl.render(scene, camera);
    take(gl.domElement);
  } finally {
    gl.setPixelRatio(before);
    gl.render(scene, camera);
  }
}

/**
 * The picture as it is on the page, labels and marks included, as a canvas `times` as large as there in CSS pixels, or as
 * large as the graphics card can.
 */
export function still(subject: Subject, times: number, ground: PictureGround): HTMLCanvasElement {
  const { gl, root } = subject;
  const { clientWidth: width, clientHeight: height } = root;
  const ratio = Math.min(times, gl.capabilities.maxTextureSize / Math.max(width, height));
  const context = pictureContext(Math.floor(width * ratio), Math.floor(height * ratio));
  compose(context, root, ratio, ground, (take) => redraw(subject, ratio, take));
  return context.canvas;
}

/** The same as a PNG. */
export async function photograph(subject: Subject, times: number, ground: PictureGround): Promise<Picture> {
  const canvas = still(subject, times, ground);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error(`expected a picture of ${canvas.width} × ${canvas.height}, found none`);
  return { blob, width: canvas.width, height: canvas.height };
}
