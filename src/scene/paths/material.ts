import {
  type DataTexture,
  GLSL3,
  GreaterDepth,
  LessEqualDepth,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  Vector2,
  Vector4,
  Color,
  DoubleSide,
} from 'three';
import { fragmentShader, vertexShader } from './shader.ts';

/** Uniforms that all layers of all lines share. */
export const sharedUniforms = () => ({
  resolution: { value: new Vector2(1, 1) },
  lift: { value: 0.05 },
});

/** Uniforms that the layers of one line share. */
export const lineUniforms = (points: { value: DataTexture }) => ({
  points,
  last: { value: -1 },
  tip: { value: 1 },
  dash: { value: new Vector4(0, 0, 0, 0) },
  perWidth: { value: 1 },
});

type Layer = 'line' | 'halo' | 'hidden';

/** One layer of a line; `place`, 1 … 255, tells the lines apart where one must not be drawn twice on a pixel. */
export function lineMaterial(
  layer: Layer,
  place: number,
  shared: ReturnType<typeof sharedUniforms>,
  line: ReturnType<typeof lineUniforms>,
): ShaderMaterial {
  const own = {
    colour: { value: new Color() },
    width: { value: 3 },
    opacity: { value: 1 },
    gap: { value: layer === 'line' ? 0.2 : 0 },
  };
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    side: DoubleSide,
    uniforms: { ...shared, ...line, ...own, ...(layer === 'halo' ? { dash: { value: new Vector4(0, 0, 0, 0) } } : {}) },
    transparent: true,
    depthWrite: false,
    depthFunc: layer === 'hidden' ? GreaterDepth : LessEqualDepth,
    // Segments overlap at their ends, which would show where they are translucent.
    stencilWrite: layer === 'hidden',
    stencilRef: place,
    stencilFunc: NotEqualStencilFunc,
    stencilZPass: ReplaceStencilOp,
  });
}
