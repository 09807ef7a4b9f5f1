import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DynamicDrawUsage,
  GLSL3,
  GreaterDepth,
  Group,
  LessEqualDepth,
  Points,
  ShaderMaterial,
} from 'three';
import { interventionLimit } from '../../state/field.ts';
import { type Drape, stride } from '../geometry/drape.ts';
import type { sharedUniforms } from './material.ts';

/** Rings on one path: the rows at which they stand, and the look. */
export interface Marked {
  readonly drape: Drape;
  readonly rows: readonly number[];
  readonly colour: string;
  /** 0 … 1. */
  readonly strength: number;
}

/** Small rings on the paths, where optimizers were changed on the way. */
export interface Marks {
  readonly object: Group;
  /** Puts a ring at each of these rows that its path has; `size` in device pixels. */
  set(marked: readonly Marked[], ground: string, size: number): void;
  /** Hides those that the paths have not reached; nothing is uploaded. */
  setPosition(position: number): void;
  dispose(): void;
}

const vertexShader = `
in float row;
in vec4 tint;
uniform float now;
uniform float size;
uniform float lift;
out vec4 colour;
void main() {
  vec4 place = viewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * vec4(place.xyz * (1.0 - min(1.5 * lift / length(place.xyz), 0.5)), 1.0);
  if (row > now) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = size;
  colour = tint;
}`;

const fragmentShader = `
precision highp float;
in vec4 colour;
uniform float size;
uniform float opacity;
uniform vec3 ground;
out vec4 shown;
void main() {
  float off = length(gl_PointCoord - 0.5) * size;
  float edge = size * 0.5;
  float alpha = clamp(edge - off, 0.0, 1.0);
  float ring = clamp(edge * 0.78 - off + 0.5, 0.0, 1.0) * clamp(off - edge * 0.42 + 0.5, 0.0, 1.0);
  if (alpha < 0.004) discard;
  shown = vec4(mix(ground, colour.rgb, ring), alpha * colour.a * opacity);
}`;

/** How strong a ring behind the surface is drawn. */
const behind = 0.4;

export function createMarks(shared: ReturnType<typeof sharedUniforms>): Marks {
  const geometry = new BufferGeometry();
  const attribute = (name: string, width: number): BufferAttribute => {
    const made = new BufferAttribute(new Float32Array(interventionLimit * width), width).setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, made);
    return made;
  };
  const [places, reached, tints] = [attribute('position', 3), attribute('row', 1), attribute('tint', 4)];
  const uniforms = { ...shared, now: { value: 0 }, size: { value: 1 }, ground: { value: new Color() } };
  const layers = [
    { depthFunc: GreaterDepth, opacity: behind, order: 36 },
    { depthFunc: LessEqualDepth, opacity: 1, order: 98 },
  ] as const;
  const object = new Group();
  const materials = layers.map(({ depthFunc, opacity, order }) => {
    const material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      uniforms: { ...uniforms, opacity: { value: opacity } },
      transparent: true,
      depthWrite: false,
      depthFunc,
    });
    const points = new Points(geometry, material);
    points.frustumCulled = false;
    points.renderOrder = order;
    object.add(points);
    return material;
  });
  object.visible = false;
  const tint = new Color();
  return {
    object,
    set(marked, ground, size) {
      let count = 0;
      for (const { drape, rows, colour, strength } of marked) {
        const { r, g, b } = tint.setStyle(colour, '');
        for (const row of rows) {
          if (row > drape.steps || (drape.cut >= 0 && row >= drape.cut)) continue;
          const at = (drape.offsets[row] as number) * stride;
          places.set(drape.points.subarray(at, at + 3), count * 3);
          reached.setX(count, row);
          tints.setXYZW(count, r, g, b, strength);
          count += 1;
        }
      }
      for (const changed of [places, reached, tints]) changed.needsUpdate = true;
      geometry.setDrawRange(0, count);
      uniforms.ground.value.setStyle(ground, '');
      uniforms.size.value = size;
      object.visible = count > 0;
    },
    setPosition(position) {
      uniforms.now.value = position;
    },
    dispose() {
      geometry.dispose();
      for (const material of materials) material.dispose();
      object.removeFromParent();
    },
  };
}
