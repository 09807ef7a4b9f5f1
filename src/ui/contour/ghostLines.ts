import { ghostColour, ghostDashes, ghostWidth } from '../../scene/geometry/ghost.ts';
import type { Ghost } from '../../state/ghosts.ts';
import type { Line } from './drawTrails.ts';
import type { Marker } from './drawMarkers.ts';
import type { Plane } from './plane.ts';
import { margin, trailOf } from './trail.ts';

/** The ghosts of the runs that are shown, as lines that look like theirs, only less. */
export const ghostLines = (ghosts: readonly Ghost[], markers: readonly Marker[], plane: Plane): Line[] =>
  ghosts.flatMap(({ id, kind, run }): Line[] => {
    const of = markers.find(({ trail }) => trail.id === id);
    if (of === undefined) return [];
    const { width, strength } = of;
    const colour = ghostColour(of.colour);
    const look = { colour, dash: ghostDashes[kind], width: width * ghostWidth, strength };
    return [{ trail: trailOf(run, plane, margin), ...look, isWhole: kind === 'recorded' }];
  });
