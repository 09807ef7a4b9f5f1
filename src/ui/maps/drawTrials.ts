import type { Trials } from '../../state/maps/trials.ts';
import type { PlotBox } from '../drawTicks.ts';
import { drawSign } from './sign.ts';

/** The trials of a search over a map; a large ring is around the best. */
export function drawTrials(context: CanvasRenderingContext2D, box: PlotBox, em: number, trials: Trials): void {
  const { way, places, best } = trials;
  const at = ([across, up]: readonly [number, number]) =>
    [box.left + across * box.width, box.top + (1 - up) * box.height] as const;
  for (const place of places) drawSign(context, way, at(place), 0.3, em);
  const winner = places[best];
  if (winner !== undefined) drawSign(context, 'ring', at(winner), 0.7, em);
}
