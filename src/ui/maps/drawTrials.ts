import type { Trials } from '../../state/maps/trials.ts';
import type { PlotBox } from '../drawTicks.ts';

/** A sign of half-width `reach` about a place: crosses for what is laid out, rings for what is coarse, discs for the rest. */
function sign(way: Trials['way'], x: number, y: number, reach: number): Path2D {
  const path = new Path2D();
  if (way !== 'grid') path.arc(x, y, reach, 0, 2 * Math.PI);
  else
    for (const slope of [-1, 1]) {
      path.moveTo(x - reach, y - slope * reach);
      path.lineTo(x + reach, y + slope * reach);
    }
  return path;
}

/** The trials of a search over a map, white with a dark edge; a large ring is around the best. */
export function drawTrials(context: CanvasRenderingContext2D, box: PlotBox, em: number, trials: Trials): void {
  const { way, places, best } = trials;
  const at = ([across, up]: readonly [number, number]) =>
    [box.left + across * box.width, box.top + (1 - up) * box.height] as const;
  const outline = (path: Path2D): void => {
    for (const [ink, width] of [
      ['rgb(0 0 0 / 75%)', 0.3],
      ['#ffffff', 0.14],
    ] as const) {
      context.strokeStyle = ink;
      context.lineWidth = width * em;
      context.stroke(path);
    }
  };
  for (const place of places) {
    const path = sign(way, ...at(place), 0.3 * em);
    outline(path);
    if (way === 'random' || way === 'fine') {
      context.fillStyle = '#ffffff';
      context.fill(path);
    }
  }
  const winner = places[best];
  if (winner !== undefined) outline(sign('coarse', ...at(winner), 0.7 * em));
}
