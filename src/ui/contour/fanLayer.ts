import { side } from '../../engine/fan/density.ts';
import { areAlike, type Bundle, paintBundles, veil } from '../../scene/geometry/bundle.ts';
import { clearCanvas, contextOf } from '../canvas.ts';
import type { Plane } from './plane.ts';

/** A canvas between the surface and the paths, on which fans lie. */
export interface FanLayer {
  /** Draws the bundles where they are others than before, or undefined after the canvas was cleared. */
  show(bundles: readonly Bundle[], plane: Plane, ground: string): void;
}

export function fanLayer(context: CanvasRenderingContext2D): FanLayer {
  let drawn: { readonly bundles: readonly Bundle[]; readonly plane: Plane } | undefined;
  let picture: { readonly canvas: HTMLCanvasElement; readonly image: ImageData } | undefined;
  const pictureNow = () => {
    if (picture !== undefined) return picture;
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    picture = { canvas, image: new ImageData(side, side) };
    return picture;
  };
  return {
    show(bundles, plane, ground) {
      if (drawn !== undefined && plane === drawn.plane && areAlike(bundles, drawn.bundles)) return;
      const wasEmpty = drawn === undefined || drawn.bundles.length === 0;
      drawn = { bundles, plane };
      if (!wasEmpty) clearCanvas(context);
      if (bundles.length === 0) return;
      const { canvas, image } = pictureNow();
      paintBundles(bundles, 'straight', image.data);
      contextOf(canvas).putImageData(image, 0, 0);
      const { left, top, width, height } = plane;
      context.save();
      context.globalAlpha = veil;
      context.fillStyle = ground;
      context.fillRect(left, top, width, height);
      context.globalAlpha = 1;
      context.imageSmoothingQuality = 'high';
      // The picture's first row is the lowest y.
      context.translate(left, top + height);
      context.scale(1, -1);
      context.drawImage(canvas, 0, 0, width, height);
      context.restore();
    },
  };
}
