import type { Direction } from '../geometry/fit.ts';

/** The views that people can go to by a button; `reset` is the surface's own. */
export type ViewName = 'top' | 'front' | 'iso' | 'reset';

/** Almost straight down: at 90° the camera has no upright. */
const directions: Readonly<Record<Exclude<ViewName, 'reset'>, Direction>> = {
  top: { azimuth: 0, elevation: 89.9 },
  front: { azimuth: 0, elevation: 8 },
  iso: { azimuth: 45, elevation: 35.264 },
};

export const directionOf = (name: ViewName, own: Direction): Direction => (name === 'reset' ? own : directions[name]);
