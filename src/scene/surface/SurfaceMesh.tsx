import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { fansStore, shownFans } from '../../state/fans/fans.ts';
import { appearance } from '../../state/appearance.ts';
import type { Scene } from '../../state/scene.ts';
import { bundlesOf } from '../geometry/bundlesOf.ts';
import type { View } from '../geometry/view.ts';
import { isEmulated } from '../webgl.ts';
import { coarse, fine, gridGeometry, skirtGeometry } from './grid.ts';
import { keyLightFrom } from './light.ts';
import { surfaceMaterials } from './material.ts';

interface Props {
  readonly view: View;
  readonly scene: Scene;
  readonly highlighted: string | undefined;
}

/**
 * The surface: a flat grid that the GPU lifts, and the fans that lie on it. Its parameters are uniforms; only another
 * formula makes new materials.
 */
export function SurfaceMesh({ view, scene, highlighted }: Props) {
  const { field } = view;
  const theme = useStore(appearance, (state) => state.theme);
  const invalidate = useThree((state) => state.invalidate);
  const gl = useThree((state) => state.gl);
  const geometries = useMemo(() => {
    const cells = isEmulated(gl.getContext()) ? coarse : fine;
    return { surface: gridGeometry(cells), skirt: skirtGeometry(cells) };
  }, [gl]);
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
  const fans = useStore(fansStore, (state) => state.fans);
  useLayoutEffect(() => {
    materials.setBundles(bundlesOf(scene, shownFans(scene, fans), theme, highlighted));
    invalidate();
  }, [materials, scene, fans, theme, highlighted, invalidate]);
  return (
    <>
      <mesh
        geometry={geometries.surface}
        material={materials.surface}
        frustumCulled={false}
        onBeforeRender={(_, __, camera) => keyLightFrom(camera, materials.keyLight)}
      />
      <mesh geometry={geometries.skirt} material={materials.skirt} frustumCulled={false} renderOrder={1} />
    </>
  );
}
