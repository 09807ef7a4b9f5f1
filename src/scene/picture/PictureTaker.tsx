import { useThree } from '@react-three/fiber';
import { type RefObject, useEffect } from 'react';
import { photograph } from './photograph.ts';
import { setPictureTaker } from './taker.ts';

/** Offers the 3D picture to whoever wants to take it away. */
export function PictureTaker({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const gl = useThree((state) => state.gl);
  const scene = useThree((state) => state.scene);
  const camera = useThree((state) => state.camera);
  useEffect(() => {
    setPictureTaker((times, ground) => {
      if (root.current === null) return Promise.reject(new Error('the picture has left the page'));
      return photograph({ gl, scene, camera, root: root.current }, times, ground);
    });
    return () => setPictureTaker(undefined);
  }, [gl, scene, camera, root]);
  return null;
}
