import { domainOf } from '../../../state/network/sights.ts';
import type { Common } from '../../../state/network/spec.ts';
import { inkOf } from '../../ink.ts';
import { colourOf } from './palette.ts';
import { drawPoints } from './picture.ts';
import { paintRegion } from './region.ts';

/** The wanted numbers' smallest and largest, for colours. */
export const rangeOf = ({ numbers, wanted }: Common['raw']): [number, number] => {
  if (wanted.length === 0 || numbers.length === 0) return [0, 1];
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
};

/** A region with the samples over it, once, on a canvas of its own. */
export function paintOutputs(
  canvas: HTMLCanvasElement,
  common: Common,
  outputs: Float32Array,
  side: number,
  theme: 'dark' | 'light',
): void {
  const ratio = window.devicePixelRatio;
  const size = Math.round(canvas.clientWidth * ratio);
  const context = canvas.getContext('2d');
  if (context === null || size === 0) return;
  Object.assign(canvas, { width: size, height: size });
  const ink = inkOf(canvas);
  const { raw, split } = common;
  const image = context.createImageData(size, size);
  const look = { theme, ground: colourOf(ink.ground), ink: colourOf(ink.text), range: rangeOf(raw) };
  paintRegion(image.data, size, outputs, side, raw.classes.length || 1, look);
  context.putImageData(image, 0, 0);
  const sheet = { context, width: size, height: size, em: ink.em * ratio, ink, theme };
  drawPoints(sheet, raw, split, domainOf(raw), rangeOf(raw));
}
