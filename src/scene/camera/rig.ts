import type { PerspectiveCamera } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Pose } from '../geometry/fit.ts';
import type { Vector } from '../geometry/vector.ts';

/** Vertical field of view in degrees. */
export const fov = 28;

/** Seconds that the camera takes from one view to another. */
const duration = 0.4;

/** The camera and what moves it. */
export interface Rig {
  /** Goes to a pose: at once, or gliding. */
  show(pose: Pose, isGliding: boolean): void;
  orbit(across: number, up: number): void;
  pan(across: number, up: number): void;
  zoom(factor: number): void;
  /** Moves the camera on, and asks for another frame while it is not there. */
  advance(seconds: number): void;
  /** Whether the camera is where `show` put it. */
  readonly isAtRest: boolean;
  /** Where it stands, or is on its way to. */
  readonly pose: Pose;
  /** Distance from the camera to what it turns about. */
  readonly distance: number;
  dispose(): void;
}

interface Glide {
  readonly from: Pose;
  readonly to: Pose;
  /** Seconds; undefined before the first frame, whose length says nothing about the glide. */
  elapsed: number | undefined;
}

const eased = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

const spherical = ({ position, target }: Pose) => {
  const [x, y, z] = [0, 1, 2].map((i) => (position[i] as number) - (target[i] as number)) as [number, number, number];
  const distance = Math.hypot(x, y, z);
  return { distance, azimuth: Math.atan2(x, z), elevation: Math.asin(y / distance) };
};

/** Between two poses along an arc, the shorter way round. */
function between(from: Pose, to: Pose, share: number): Pose {
  const [a, b] = [spherical(from), spherical(to)];
  const mix = (left: number, right: number): number => left + (right - left) * share;
  const turn = ((((b.azimuth - a.azimuth + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) - Math.PI;
  const azimuth = a.azimuth + turn * share;
  const elevation = mix(a.elevation, b.elevation);
  const distance = a.distance * (b.distance / a.distance) ** share;
  const target = [0, 1, 2].map((i) => mix(from.target[i] as number, to.target[i] as number)) as unknown as Vector;
  const ground = distance * Math.cos(elevation);
  return {
    target,
    position: [
      target[0] + ground * Math.sin(azimuth),
      target[1] + distance * Math.sin(elevation),
      target[2] + ground * Math.cos(azimuth),
    ],
  };
}

/** @param moved called when people move the camera, so that frames are drawn */
export function createRig(camera: PerspectiveCamera, element: HTMLElement, moved: () => void): Rig {
  const controls = new OrbitControls(camera, element);
  controls.enableDamping = true;
  controls.dampingFactor = 0.12;
  controls.rotateSpeed = 0.7;
  controls.zoomSpeed = 0.8;
  controls.minDistance = 0.25;
  controls.maxDistance = 20;
  controls.maxPolarAngle = Math.PI * 0.56;
  let glide: Glide | undefined;
  let isAtRest = true;
  const touched = (): void => {
    glide = undefined;
    isAtRest = false;
    moved();
  };
  controls.addEventListener('start', touched);
  controls.addEventListener('change', moved);
  const put = ({ position, target }: Pose): void => {
    camera.position.set(...position);
    controls.target.set(...target);
  };
  const pose = (): Pose => ({ position: camera.position.toArray(), target: controls.target.toArray() });
  const byKey = (move: () => void): void => {
    touched();
    move();
  };
  return {
    show(to, isGliding) {
      isAtRest = true;
      glide = isGliding ? { from: pose(), to, elapsed: undefined } : undefined;
      if (glide === undefined) put(to);
      moved();
    },
    orbit: (across, up) =>
      byKey(() => {
        controls.rotateLeft(across);
        controls.rotateUp(up);
      }),
    pan: (across, up) => byKey(() => controls.pan(across, up)),
    zoom: (factor) => byKey(() => (factor > 1 ? controls.dollyIn(factor) : controls.dollyOut(1 / factor))),
    advance(seconds) {
      if (glide !== undefined) {
        glide.elapsed = glide.elapsed === undefined ? 0 : Math.min(duration, glide.elapsed + seconds);
        put(between(glide.from, glide.to, eased(glide.elapsed / duration)));
        if (glide.elapsed >= duration) glide = undefined;
      }
      if (glide !== undefined) moved();
      controls.update(seconds);
    },
    get isAtRest() {
      return isAtRest;
    },
    get pose() {
      return glide?.to ?? pose();
    },
    get distance() {
      return controls.getDistance();
    },
    dispose() {
      controls.dispose();
    },
  };
}
