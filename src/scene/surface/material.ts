import {
  DataTexture,
  DoubleSide,
  GLSL3,
  LinearFilter,
  RGBAFormat,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
} from 'three';
import type { Field } from '../../engine/field.ts';
import { skirtDepth } from '../geometry/box.ts';
import { type Bundle, veil } from '../geometry/bundle.ts';
import { colourRamp, type Theme } from '../geometry/colours.ts';
import { heightUniforms } from '../geometry/heightGlsl.ts';
import type { View } from '../geometry/view.ts';
import { fanTexture } from './fanTexture.ts';
import { palettes } from './palette.ts';
import { fragmentShader, parameterUniform, skirtShader, vertexShader } from './shader.ts';

/** The materials of one formula. What moves with sliders, theme and light are uniforms that both share. */
export interface SurfaceMaterials {
  readonly surface: ShaderMaterial;
  readonly skirt: ShaderMaterial;
  /** Values of the parameters, domain and height. */
  setView(view: View): void;
  setTheme(theme: Theme): void;
  /** The fans that lie on the surface. */
  setBundles(bundles: readonly Bundle[]): void;
  /** The direction that the main light comes from, in the world. */
  readonly keyLight: Vector3;
  dispose(): void;
}

function rampTexture(): DataTexture {
  const texture = new DataTexture(new Uint8Array(256 * 4), 256, 1, RGBAFormat);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  return texture;
}

export function surfaceMaterials(field: Field): SurfaceMaterials {
  const ramp = rampTexture();
  const fans = fanTexture();
  const keyLight = new Vector3(0, 1, 0);
  const uniforms = {
    domain: { value: new Vector4() },
    box: { value: new Vector4() },
    heightLo: { value: 0 },
    heightRange: { value: 1 },
    heightSpread: { value: 0 },
    ramp: { value: ramp },
    keyLight: { value: keyLight },
    light: { value: new Vector3() },
    shade: { value: new Vector3() },
    rim: { value: new Vector3() },
    lineColour: { value: new Vector3() },
    lineStrength: { value: new Vector2() },
    edge: { value: new Vector3() },
    skirtStrength: { value: 0 },
    fans: { value: fans.texture },
    veil: { value: new Vector4() },
  };
  const parameters = new Map(field.params.map((name) => [name, { value: 0 }]));
  const all = {
    ...uniforms,
    ...Object.fromEntries([...parameters.values()].map((uniform, place) => [parameterUniform(place), uniform])),
  };
  const shared = { glslVersion: GLSL3, uniforms: all, vertexShader: vertexShader(field), side: DoubleSide };
  const surface = new ShaderMaterial({ ...shared, fragmentShader: fragmentShader(field) });
  const skirt = new ShaderMaterial({
    ...shared,
    fragmentShader: skirtShader(field),
    transparent: true,
    depthWrite: false,
  });
  return {
    surface,
    skirt,
    keyLight,
    setView({ surface: { values }, box, height }) {
      const [x0, x1, y0, y1] = box.domain;
      uniforms.domain.value.set(x0, x1, y0, y1);
      uniforms.box.value.set(box.halfX, box.halfZ, box.rise, skirtDepth);
      for (const [name, uniform] of parameters) uniform.value = values[name] ?? NaN;
      for (const [name, value] of Object.entries(heightUniforms(height)))
        uniforms[name as keyof ReturnType<typeof heightUniforms>].value = value;
    },
    setTheme(theme) {
      const palette = palettes[theme];
      uniforms.light.value.set(...palette.light);
      uniforms.shade.value.set(...palette.shade);
      uniforms.rim.value.set(...palette.rim);
      uniforms.lineColour.value.set(...palette.lineColour);
      uniforms.lineStrength.value.set(...palette.lineStrength);
      uniforms.edge.value.set(...palette.edge);
      uniforms.skirtStrength.value = palette.skirtStrength;
      const [r, g, b] = palette.ground;
      uniforms.veil.value.set(r, g, b, uniforms.veil.value.w);
      (ramp.image.data as Uint8Array).set(colourRamp(theme));
      ramp.needsUpdate = true;
    },
    setBundles(bundles) {
      uniforms.veil.value.w = fans.paint(bundles) ? veil : 0;
    },
    dispose() {
      ramp.dispose();
      fans.dispose();
      surface.dispose();
      skirt.dispose();
    },
  };
}
