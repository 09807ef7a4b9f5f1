import type { Camera, Scene, WebGLRenderer } from 'three';
import { type OverlayInk, paintOverlay } from './paintOverlay.ts';
import type { PictureGround } from './taker.ts';

/** What pictures are taken of. */
export interface Subject {
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

/** The drawing context of a canvas for pictures. */
export function pictureContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('expected a 2D canvas, found none');
  return context;
}

/**
 * Paints the picture as it is on the page over all that a canvas has, labels and marks included. `ratio`: pixels of the
 * canvas per CSS pixel of the page; `render` has the surface drawn and gives the canvas that it is on.
 */
export function compose(
  context: CanvasRenderingContext2D,
  root: HTMLElement,
  ratio: number,
  ground: PictureGround,
  render: (take: (drawn: HTMLCanvasElement) => void) => void,
): void {
  const { width, height } = context.canvas;
  const ink = inkOf(root, ground);
  context.clearRect(0, 0, width, height);
  if (ground !== 'transparent') {
    context.fillStyle = ground === 'white' ? '#ffffff' : ink.ground;
    context.fillRect(0, 0, width, height);
  }
  render((drawn) => context.drawImage(drawn, 0, 0, width, height));
  paintOverlay(context, root, ratio, ink);
}
