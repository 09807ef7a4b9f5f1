import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RGBAFormat } from 'three';
import { side } from '../../engine/fan/density.ts';
import { areAlike, type Bundle, paintBundles } from '../geometry/bundle.ts';

/** The fans as a texture over the domain, for the surface to wear: as quick to draw for many runs as for one. */
export interface FanTexture {
  /** Its colours are multiplied by their opacity. One cell without colour until there is something to show. */
  readonly texture: DataTexture;
  /** Paints it anew; whether it shows anything. */
  paint(bundles: readonly Bundle[]): boolean;
  dispose(): void;
}

export function fanTexture(): FanTexture {
  const texture = new DataTexture(new Uint8Array(4), 1, 1, RGBAFormat);
  texture.needsUpdate = true;
  let painted: readonly Bundle[] = [];
  return {
    texture,
    paint(bundles) {
      const isShown = bundles.length > 0;
      if (areAlike(bundles, painted)) return isShown;
      painted = bundles;
      if (!isShown) return false;
      if (texture.image.width !== side) {
        texture.dispose();
        texture.image = { data: new Uint8ClampedArray(4 * side * side), width: side, height: side };
        texture.magFilter = LinearFilter;
        texture.minFilter = LinearMipmapLinearFilter;
        texture.generateMipmaps = true;
      }
      paintBundles(bundles, 'premultiplied', texture.image.data as Uint8ClampedArray);
      texture.needsUpdate = true;
      return true;
    },
    dispose: () => texture.dispose(),
  };
}
