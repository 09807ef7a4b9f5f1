import { appearance } from '../../state/appearance.ts';
import { startAxes } from '../../state/maps/chosen.ts';
import { planOf } from '../../state/maps/plan.ts';
import { forgetMap, type MapUnder, sweepsStore, wantMap } from '../../state/maps/sweeps.ts';
import type { Scene } from '../../state/schema.ts';
import { soloIn } from '../../state/settings.ts';
import { surfaceIn } from '../../state/surface.ts';
import { byArrival, paint } from '../maps/paint.ts';
import { contextOf } from '../canvas.ts';
import type { Plane } from './plane.ts';

const name = 'ground';
/** Pixels across the map at most: it is ground, under paths. */
const most = 240;

/** The map of starts under the contour. */
export interface Ground {
  /** The map for a scene, as far as it is made; undefined where the scene has none there. The same until it changes. */
  of(scene: Scene, plane: Plane): MapUnder | undefined;
  draw(context: CanvasRenderingContext2D, plane: Plane, map: MapUnder): void;
  stop(): void;
}

export function basinGround(changed: () => void): Ground {
  const picture = document.createElement('canvas');
  let ordered: { readonly scene: Scene; readonly plane: Plane } | undefined;
  const forget = (): void => {
    if (ordered !== undefined) forgetMap(name);
    ordered = undefined;
  };
  const end = sweepsStore.subscribe((now, before) => {
    if (now[name] !== before[name]) changed();
  });
  return {
    of(scene, plane) {
      const runner = scene.maps?.ground === true ? soloIn(scene) : undefined;
      if (runner === undefined) {
        forget();
        return undefined;
      }
      if (ordered?.scene !== scene || ordered.plane !== plane) {
        ordered = { scene, plane };
        const shrink = Math.min(1, most / Math.max(plane.width, plane.height));
        const size = [plane.width, plane.height].map((side) => Math.max(1, Math.round(side * shrink)));
        wantMap(
          name,
          planOf(scene, runner, {
            axes: startAxes(surfaceIn(scene).domain),
            size: size as [number, number],
            steps: scene.steps,
          }),
        );
      }
      return sweepsStore.getState()[name];
    },
    draw(context, { left, top, width, height }, { cells, plan: { size, settings } }) {
      [picture.width, picture.height] = size;
      const image = new ImageData(...(size as [number, number]));
      paint(new Uint32Array(image.data.buffer), size, byArrival(cells, settings.steps, appearance.getState().theme));
      contextOf(picture).putImageData(image, 0, 0);
      context.drawImage(picture, left, top, width, height);
    },
    stop() {
      end();
      forget();
    },
  };
}
