import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { PerspectiveCamera } from 'three';
import { tellSlow, waitsForFans } from '../state/fans/patience.ts';
import { playback } from '../state/playback.ts';
import { stats, timed } from '../state/stats.ts';
import { isShown, sceneStore } from '../state/store.ts';
import { createRig, fov } from './camera/rig.ts';
import type { Stage } from './stage.ts';

/** The longest time that one frame stands for, in seconds: after a rest, movement begins anew. */
const longest = 0.1;

/** Where a picture keeps the page longer than this, in seconds, drawings wait for fans that are soon there. */
const quick = 1 / 30;

interface Props {
  readonly stage: Stage;
  readonly onReady: () => void;
  /** Called with true when the graphics card drops the picture, with false when it takes it again. */
  readonly onLost: (isLost: boolean) => void;
}

/** All that happens in a frame, in order: the camera, the paths' ends, the picture, then the overlay upon it. */
export function Frames({ stage, onReady, onLost }: Props) {
  const camera = useThree((state) => state.camera);
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);

  useLayoutEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return;
    stage.camera = camera;
    stage.invalidate = () => invalidate();
    stage.rig = createRig(camera, gl.domElement, stage.invalidate);
    onReady();
    return () => {
      stage.rig?.dispose();
      stage.rig = undefined;
      stage.camera = undefined;
      stage.invalidate = () => undefined;
    };
  }, [stage, camera, gl, invalidate, onReady]);

  useEffect(() => {
    const follow = (): void => {
      if (isShown('playground')) invalidate();
    };
    const ends = [
      playback.subscribe(follow),
      sceneStore.subscribe(({ scene }, before) => {
        if (scene.view !== before.scene.view) follow();
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [invalidate]);

  useEffect(() => {
    const canvas = gl.domElement;
    const lost = (): void => onLost(true);
    const restored = (): void => {
      onLost(false);
      invalidate();
    };
    canvas.addEventListener('webglcontextlost', lost);
    canvas.addEventListener('webglcontextrestored', restored);
    return () => {
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
    };
  }, [gl, invalidate, onLost]);

  const waited = useRef(0);
  useFrame(({ scene, size, viewport }, delta) => {
    // While another view is shown the race is unseen, and undrawn.
    if (!isShown('playground')) return;
    // How long the latest picture took, shows when the next frame comes: most of the work is not done while it is called.
    if (waited.current === 0) tellSlow(delta > quick);
    if (waitsForFans(waited.current)) {
      waited.current += 1;
      invalidate();
      return;
    }
    waited.current = 0;
    stats.lastFrameMs = timed(() => {
      const { rig, paths } = stage;
      rig?.advance(Math.min(longest, delta));
      camera.updateMatrixWorld();
      const pixelsPerUnit = (size.height * viewport.dpr) / (2 * Math.tan((fov * Math.PI) / 360) * (rig?.distance ?? 1));
      paths.setScale(size.width * viewport.dpr, size.height * viewport.dpr, pixelsPerUnit);
      paths.setPosition(playback.position);
      gl.render(scene, camera);
      stage.layOut();
    });
    stats.frames += 1;
    const { memory, programs } = gl.info;
    stats.geometries = memory.geometries;
    stats.textures = memory.textures;
    stats.programs = programs?.length ?? 0;
  }, 1);
  return null;
}
