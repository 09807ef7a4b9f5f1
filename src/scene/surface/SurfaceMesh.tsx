import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { preferences } from '../../state/preferences.ts';
import type { View } from '../geometry/view.ts';
import { gridGeometry, skirtGeometry } from './grid.ts';
import { keyLightFrom } from './light.ts';
import { surfaceMaterials } from './material.ts';

/** The surface: a flat grid that the GPU lifts. Its parameters are uniforms; only another formula makes new materials. */
export function SurfaceMesh({ view }: { readonly view: View }) {
  const { field } = view;
  const theme = useStore(preferences, (state) => state.theme);
  const invalidate = useThree((state) => state.invalidate);
  const geometries = useMemo(() => ({ surface: gridGeometry(), skirt: skirtGeometry() }), []);
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
