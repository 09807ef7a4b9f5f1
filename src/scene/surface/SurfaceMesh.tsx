import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Group } from 'three';
import { useStore } from 'zustand';
import { fansStore, shownFans } from '../../state/fans/fans.ts';
import { appearance } from '../../state/appearance.ts';
import type { Scene } from '../../state/scene.ts';
import { bundlesOf } from '../geometry/bundlesOf.ts';
import type { View } from '../geometry/view.ts';
import { isEmulated, untilIdle } from '../webgl.ts';
import { coarse, fine, gridGeometry, skirtGeometry } from './grid.ts';
import { keyLightFrom } from './light.ts';
import { surfaceMaterials } from './material.ts';
import { lengthOf } from './shader.ts';

/** Why there is no surface: its program is being made, or is too long to be run by the processor in place of a card. */
export type Missing = 'coming' | 'tooLong';

interface Props {
  readonly view: View;
  readonly scene: Scene;
  readonly highlighted: string | undefined;
  readonly onMissing: (missing: Missing | undefined) => void;
}

/**
 * The surface: a flat grid that the GPU lifts, and the fans that lie on it. Its parameters are uniforms; only another
 * formula makes new materials. To make a program of a long one takes seconds: until it is there, the surface is not, and
 * the page goes on.
 */
export function SurfaceMesh({ view, scene, highlighted, onMissing }: Props) {
  const { field } = view;
  const theme = useStore(appearance, (state) => state.theme);
  const invalidate = useThree((state) => state.invalidate);
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera);
  const group = useRef<Group>(null);
  const geometries = useMemo(() => {
    const cells = isEmulated() ? coarse : fine;
    return { surface: gridGeometry(cells), skirt: skirtGeometry(cells) };
  }, []);
  const materials = useMemo(() => surfaceMaterials(field), [field]);
  useEffect(
    () => () => {
      geometries.surface.dispose();
      geometries.skirt.dispose();
    },
    [geometries],
  );
  useEffect(() => () => materials.dispose(), [materials]);
  useLayoutEffect(() => {
    materials.setView(view);
    materials.setTheme(theme);
    invalidate();
  }, [materials, view, theme, invalidate]);
  useLayoutEffect(() => {
    const meshes = group.current;
    if (meshes === null) return;
    const show = (missing: Missing | undefined): void => {
      meshes.visible = missing === undefined;
      onMissing(missing);
      invalidate();
    };
    const length = lengthOf(field);
    if (length === 'short') return show(undefined);
    if (length === 'tooLong' && isEmulated()) return show('tooLong');
    show('coming');
    let isOver = false;
    const appear = (): void => {
      // Whoever asks after one of them has been drawn with, waits until that is done.
      for (const program of gl.info.programs ?? []) program.getUniforms();
      show(undefined);
    };
    void gl
      .compileAsync(meshes, camera)
      .then(() => untilIdle(gl.getContext() as WebGL2RenderingContext))
      .then(() => (isOver ? undefined : appear()));
    return () => {
      isOver = true;
    };
  }, [materials, field, gl, camera, invalidate, onMissing]);
  const fans = useStore(fansStore, (state) => state.fans);
  useLayoutEffect(() => {
    materials.setBundles(bundlesOf(scene, shownFans(scene, fans), theme, highlighted));
    invalidate();
  }, [materials, scene, fans, theme, highlighted, invalidate]);
  return (
    <group visible={!view.height.isEmpty}>
      <group ref={group}>
        <mesh
          geometry={geometries.surface}
          material={materials.surface}
          frustumCulled={false}
          onBeforeRender={(_, __, camera) => keyLightFrom(camera, materials.keyLight)}
        />
        <mesh geometry={geometries.skirt} material={materials.skirt} frustumCulled={false} renderOrder={1} />
      </group>
    </group>
  );
}
