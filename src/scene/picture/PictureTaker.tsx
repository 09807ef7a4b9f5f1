import { flushSync, useFrame, useThree } from '@react-three/fiber';
import { type RefObject, useEffect, useRef } from 'react';
import { photograph, still } from './photograph.ts';
import { canRecord, record } from './record.ts';
import { setPictureTaker } from './taker.ts';

/** Offers the 3D picture to whoever wants to take it away. */
export function PictureTaker({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const gl = useThree((state) => state.gl);
  const scene = useThree((state) => state.scene);
  const camera = useThree((state) => state.camera);
  const invalidate = useThree((state) => state.invalidate);
  const paint = useRef<() => void>(undefined);
  // After the frame itself, before the browser takes what was drawn.
  useFrame(() => paint.current?.(), 2);
  useEffect(() => {
    const subject = () => {
      if (root.current === null) throw new Error('the picture has left the page');
      return { gl, scene, camera, root: root.current };
    };
    const onFrame = (work: () => void): (() => void) => {
      paint.current = work;
      return () => {
        paint.current = undefined;
      };
    };
    setPictureTaker({
      photograph: async (times, ground) => photograph(subject(), times, ground),
      still(times, ground) {
        if (root.current === null) return undefined;
        // What has just changed, the theme for example, is in the picture.
        flushSync(() => undefined);
        return still(subject(), times, ground);
      },
      canRecord: canRecord(),
      record: async (...options) => record({ subject: subject(), invalidate: () => invalidate(), onFrame }, ...options),
    });
    return () => setPictureTaker(undefined);
  }, [gl, scene, camera, root, invalidate]);
  return null;
}
