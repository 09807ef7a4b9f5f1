import { useEffect, useLayoutEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry } from 'three';
import { type Box, skirtDepth } from '../geometry/box.ts';

/** The frame on the ground under the surface: what the numbers of the axes stand at. */
export function Ground({ box, colour }: { readonly box: Box; readonly colour: string }) {
  const geometry = useMemo(() => {
    const made = new BufferGeometry();
    made.setAttribute('position', new BufferAttribute(new Float32Array(12), 3));
    return made;
  }, []);
  useEffect(() => () => geometry.dispose(), [geometry]);
  useLayoutEffect(() => {
    const { halfX: x, halfZ: z } = box;
    const y = -skirtDepth;
    const position = geometry.getAttribute('position') as BufferAttribute;
    position.array.set([-x, y, -z, x, y, -z, x, y, z, -x, y, z]);
    position.needsUpdate = true;
  }, [box, geometry]);
  return (
    <lineLoop geometry={geometry} frustumCulled={false} renderOrder={0}>
      <lineBasicMaterial color={colour} transparent opacity={0.35} toneMapped={false} />
    </lineLoop>
  );
}
