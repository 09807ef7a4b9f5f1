import type { Run } from '../../engine/run.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import type { Marker } from './drawMarkers.ts';
import type { Plane } from './plane.ts';
import { margin, trailOf } from './trail.ts';

/** Width of a path in font sizes. */
const pathWidth = 0.17;
/** How much of its strength a run keeps while another one is highlighted. */
const faded = 0.25;

/** The runs as they look on a plane, the highlighted one last: on top. */
export function markersOf(
  scene: Scene,
  runs: readonly Run[],
  plane: Plane,
  theme: 'light' | 'dark',
  em: number,
  highlighted: string | null,
): Marker[] {
  const marked = runs.some(({ id }) => id === highlighted) ? highlighted : null;
  const markers = runs.flatMap((run): Marker[] => {
    const runner = scene.optimizers.find(({ id }) => id === run.id);
    if (runner === undefined) return [];
    const { mark } = ruleIn(runner, scene.optimizers);
    const strength = marked === null || marked === run.id ? 1 : faded;
    const look = { colour: mark[theme], dash: mark.dash, glyph: mark.glyph, width: em * pathWidth, strength };
    return [{ trail: trailOf(run, plane, margin), ...look }];
  });
  return markers.sort((a, b) => a.strength - b.strength);
}
