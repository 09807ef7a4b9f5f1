import type { Camera, Scene, WebGLRenderer } from 'three';
import { type OverlayInk, paintOverlay } from './paintOverlay.ts';
import type { Picture, PictureGround } from './taker.ts';

interface Subject {
  readonly gl: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: Camera;
  /** What the canvas and the overlay fill. */
  readonly root: HTMLElement;
}

/** What is drawn upon white, whatever the theme. */
const onWhite = { leader: '#121826', quiet: '#4d586d' };

function inkOf(root: HTMLElement, ground: PictureGround): OverlayInk {
  const style = getComputedStyle(root);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const { fontFamily: family, fontSize } = style;
  const text = read('--text');
  const ink = { ground: read('--ground'), text, leader: text, quiet: read('--quiet') };
  return { ...ink, ...(ground === 'white' ? onWhite : {}), family, em: Number.parseFloat(fontSize) };
}

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
 * The picture as it is on the page, labels and marks included, as a PNG `times` as large as there in CSS pixels, or as
 * large as the graphics card can.
 */
export async function photograph(subject: Subject, times: number, ground: PictureGround): Promise<Picture> {
  const { gl, root } = subject;
  const { clientWidth: width, clientHeight: height } = root;
  const ratio = Math.min(times, gl.capabilities.maxTextureSize / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * ratio);
  canvas.height = Math.floor(height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('expected a 2D canvas, found none');
  const ink = inkOf(root, ground);
  if (ground !== 'transparent') {
    context.fillStyle = ground === 'white' ? '#ffffff' : ink.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  redraw(subject, ratio, (drawn) => context.drawImage(drawn, 0, 0, canvas.width, canvas.height));
  paintOverlay(context, root, ratio, ink);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error(`expected a picture of ${canvas.width} × ${canvas.height}, found none`);
  return { blob, width: canvas.width, height: canvas.height };
}
