import { createRoot, extend, type ReconcilerRoot } from '@react-three/fiber';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Group, LineBasicMaterial, LineLoop, Mesh } from 'three';
import { CanvasBoundary } from './CanvasBoundary.tsx';
import { fov } from './camera/rig.ts';
import { untilIdle } from './webgl.ts';

// The Canvas component of the library takes all of three along; here are the elements that the scene has.
extend({ Group, LineBasicMaterial, LineLoop, Mesh });

interface Props {
  /** Called where nothing can be drawn. */
  readonly onError: () => void;
  readonly children: ReactNode;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
}

/** The canvas, as large as its parent; it draws on demand, and nothing while nothing changes. */
export function Picture({ onError, children }: Props): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const root = useRef<ReconcilerRoot<HTMLCanvasElement>>(undefined);
  const [size, setSize] = useState<Size>();
  const [isReady, setReady] = useState(false);

  useLayoutEffect(() => {
    const parent = canvas.current?.parentElement;
    if (parent === null || parent === undefined) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = parent;
      if (width > 0 && height > 0) setSize({ width, height, top: 0, left: 0 });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(parent);
    return () => sizes.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null || size === undefined) return;
    root.current ??= createRoot(element);
    root.current
      .configure({
        size,
        flat: true,
        frameloop: 'demand',
        dpr: [1, 2],
        camera: { fov, near: 0.05, far: 60, position: [0, 3, 5] },
        gl: { antialias: true, alpha: true, stencil: true, powerPreference: 'high-performance' },
      })
      .then(() => untilIdle(element.getContext('webgl2') as WebGL2RenderingContext))
      .then(() => setReady(true), onError);
  }, [size, onError]);

  useLayoutEffect(() => {
    if (isReady) root.current?.render(<CanvasBoundary onError={onError}>{children}</CanvasBoundary>);
  }, [isReady, onError, children]);

  useEffect(
    () => () => {
      root.current?.unmount();
      root.current = undefined;
    },
    [],
  );

  return <canvas ref={canvas} aria-hidden="true" />;
}
