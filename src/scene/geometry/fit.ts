import { along, dot, type Vector } from './vector.ts';

/** The room that a picture has: the view's size and what lies over its edges, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A direction to look from: azimuth in degrees from −y of the domain towards +x, elevation in degrees above the ground. */
export interface Direction {
  readonly azimuth: number;
  readonly elevation: number;
}

export interface Pose {
  readonly position: Vector;
  readonly target: Vector;
}

/** Looking along a direction: what is right, up and ahead on the screen. */
export function basisOf({ azimuth, elevation }: Direction): { right: Vector; up: Vector; ahead: Vector } {
  const a = (azimuth * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  return {
    right: [Math.cos(a), 0, -Math.sin(a)],
    up: [-Math.sin(a) * Math.sin(e), Math.cos(e), -Math.cos(a) * Math.sin(e)],
    ahead: [-Math.sin(a) * Math.cos(e), -Math.sin(e), -Math.cos(a) * Math.cos(e)],
  };
}

interface Extent {
  /** The least distance from the origin's plane at which the points fit between the two slopes. */
  readonly distance: number;
  /** Where the camera then stands across the direction. */
  across(distance: number): number;
}

/** Points at (across, ahead) seen between the slopes low and high: (across − c)/(ahead + distance) in [low, high]. */
function extentOf(points: readonly (readonly [across: number, ahead: number])[], low: number, high: number): Extent {
  const most = Math.max(...points.map(([across, ahead]) => across - high * ahead));
  const least = Math.min(...points.map(([across, ahead]) => across - low * ahead));
  return {
    distance: (most - least) / (high - low),
    across: (distance) => (most - high * distance + least - low * distance) / 2,
  };
}

/**
 * The nearest pose of a perspective camera that looks along a direction and shows all points inside the frame; exact.
 * The target is as far as the origin, so that orbiting turns about the middle of what is shown.
 *
 * @param fov vertical field of view in degrees
 */
export function fit(points: readonly Vector[], direction: Direction, fov: number, frame: Frame): Pose {
  const { right, up, ahead } = basisOf(direction);
  const slope = Math.tan((fov * Math.PI) / 360);
  const aspect = frame.width / frame.height;
  const across = (pixels: number): number => (2 * pixels) / frame.width - 1;
  const upward = (pixels: number): number => 1 - (2 * pixels) / frame.height;
  const horizontal = extentOf(
    points.map((point) => [dot(point, right), dot(point, ahead)]),
    across(frame.left) * slope * aspect,
    across(frame.width - frame.right) * slope * aspect,
  );
  const vertical = extentOf(
    points.map((point) => [dot(point, up), dot(point, ahead)]),
    upward(frame.height - frame.bottom) * slope,
    upward(frame.top) * slope,
  );
  const distance = Math.max(horizontal.distance, vertical.distance);
  const target = along([0, 0, 0], [right, horizontal.across(distance)], [up, vertical.across(distance)]);
  return { position: along(target, [ahead, -distance]), target };
}
