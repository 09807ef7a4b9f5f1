import type { Sight } from '../../lessons/lesson.ts';
import { basisOf, fit, type Frame, type Pose } from './fit.ts';
import { along, dot, type Vector } from './vector.ts';

const degrees = (radians: number): number => (radians * 180) / Math.PI;

const less = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** What a pose shows of some points, so that it can be shown again in a picture of another size. */
export function sightOf({ position, target }: Pose, points: readonly Vector[], fov: number, frame: Frame): Sight {
  const [x, y, z] = less(position, target);
  const distance = Math.hypot(x, y, z);
  const direction = { azimuth: degrees(Math.atan2(x, z)), elevation: degrees(Math.asin(y / distance)) };
  const whole = fit(points, direction, fov, frame);
  const room = Math.hypot(...less(whole.position, whole.target));
  const moved = less(target, whole.target);
  const { right, up, ahead } = basisOf(direction);
  const pan = [dot(moved, right) / room, dot(moved, up) / room, dot(moved, ahead) / room] as const;
  return { ...direction, zoom: room / distance, pan };
}

/** The pose that shows the same of some points. */
export function poseOf(sight: Sight, points: readonly Vector[], fov: number, frame: Frame): Pose {
  const whole = fit(points, sight, fov, frame);
  const room = Math.hypot(...less(whole.position, whole.target));
  const { right, up, ahead } = basisOf(sight);
  const [across, upward, on] = sight.pan;
  const target = along(whole.target, [right, across * room], [up, upward * room], [ahead, on * room]);
  return { target, position: along(target, [ahead, -room / sight.zoom]) };
}
