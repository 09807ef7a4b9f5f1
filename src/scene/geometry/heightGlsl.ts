import { type Height, margin } from './height.ts';

/**
 * The height transform in GLSL: `heightUnit(loss)` → u, and `heightSlope(loss)` = du/dloss. Its uniforms come from
 * `heightUniforms`.
 */
export const heightGlsl = `
uniform float heightLo;
uniform float heightRange;
uniform float heightSpread;
float heightRaw(float t) {
  if (heightSpread <= 0.0) return t;
  float scale = log(1.0 + heightSpread);
  return (t > 0.0 ? log(1.0 + heightSpread * t) : heightSpread * t) / scale;
}
float heightUnit(float loss) {
  float u = heightRaw((loss - heightLo) / heightRange);
  float m = ${margin.toFixed(4)};
  return u > 1.0 ? 1.0 + m * (1.0 - exp((1.0 - u) / m)) : u < 0.0 ? -m * (1.0 - exp(u / m)) : u;
}
float heightSlope(float loss) {
  float t = (loss - heightLo) / heightRange;
  float u = heightRaw(t);
  float m = ${margin.toFixed(4)};
  float slope = heightSpread > 0.0 ? heightSpread / (log(1.0 + heightSpread) * (1.0 + heightSpread * max(t, 0.0))) : 1.0;
  return slope * (u > 1.0 ? exp((1.0 - u) / m) : u < 0.0 ? exp(u / m) : 1.0) / heightRange;
}
`;

/** The values of the snippet's uniforms. */
export const heightUniforms = ({ lo, hi, k }: Height): Record<'heightLo' | 'heightRange' | 'heightSpread', number> => ({
  heightLo: lo,
  heightRange: hi - lo,
  heightSpread: k,
});
