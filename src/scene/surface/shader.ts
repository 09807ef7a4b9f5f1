import { parameterInput, type Field } from '../../engine/field.ts';
import { sizeOf } from '../../formula/cost.ts';
import { glsl, glslFunctions } from '../../formula/emit/glsl.ts';
import { isolines } from '../geometry/height.ts';
import { heightGlsl } from '../geometry/heightGlsl.ts';

/** The uniform that holds a parameter of the surface, by its place: not every name that a formula may use is legal here. */
export const parameterUniform = (place: number): string => `parameter${place}`;

/** Nanoseconds of a loss and its gradient above which nobody waits for their program, and those that only a card can draw. */
const long = 2000;
const tooLong = 4000;

/** Whether a program of a formula takes its time, or too long where the processor draws in place of a card. */
export const lengthOf = ({ value, gx, gy }: Field): 'short' | 'long' | 'tooLong' => {
  const { time } = sizeOf([value, gx, gy]);
  return time > tooLong ? 'tooLong' : time > long ? 'long' : 'short';
};

const inputName = (field: Field) => (name: string) => {
  const place = field.params.findIndex((param) => parameterInput(param) === name);
  return place < 0 ? name : parameterUniform(place);
};

const declarations = (field: Field): string => `
precision highp float;
precision highp int;
${field.params.map((_, place) => `uniform float ${parameterUniform(place)};`).join('\n')}
uniform vec4 domain;
uniform vec4 box;
${glslFunctions}
${heightGlsl}
`;

/**
 * The vertex shader: `place.xy` is a place in the domain, 0 … 1 along each side, and `place.z` how far below the surface,
 * 0 … 1 of the skirt's depth. `box` holds half the sides, the rise and the skirt's depth.
 */
export const vertexShader = (field: Field): string => `
${declarations(field)}
in vec3 place;
out vec2 share;
out float hole;
out float below;
out vec3 world;
float lossAt(float x, float y) {
${glsl({ loss: field.value }, inputName(field)).body}
  return loss;
}
void main() {
  share = place.xy;
  vec2 at = mix(domain.xz, domain.yw, share);
  float u = heightUnit(lossAt(at.x, at.y));
  hole = isnan(u) || isinf(u) ? 1.0 : 0.0;
  below = place.z;
  float top = hole > 0.5 ? 0.0 : u * box.z;
  world = vec3((share.x * 2.0 - 1.0) * box.x, top - place.z * box.w, (1.0 - share.y * 2.0) * box.y);
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}`;

/** Height, slope and isolines at a fragment, and the light on it. */
const shading = (field: Field): string => `
in vec2 share;
in float hole;
in float below;
in vec3 world;
out vec4 colour;
uniform sampler2D ramp;
uniform vec3 keyLight;
uniform vec3 lineColour;
uniform vec2 lineStrength;
uniform vec3 light;
uniform vec3 shade;
uniform vec3 rim;
uniform vec3 edge;
void sampleAt(vec2 at, out float loss_, out vec2 slope_) {
  float x = at.x;
  float y = at.y;
${glsl({ loss: field.value, gx: field.gx, gy: field.gy }, inputName(field)).body}
  loss_ = loss;
  slope_ = vec2(gx, gy);
}
vec3 linear(vec3 c) { return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878); }
vec3 encoded(vec3 c) { return max(1.055 * pow(max(c, vec3(0.0)), vec3(0.416666667)) - 0.055, vec3(0.0)); }
vec3 rampAt(float u) { return linear(texture(ramp, vec2(clamp(u, 0.0, 1.0) * 0.99609375 + 0.001953125, 0.5)).rgb); }
`;

/** The fragment shader of the surface itself. */
export const fragmentShader = (field: Field): string => `
${declarations(field)}
${shading(field)}
uniform sampler2D fans;
uniform vec4 veil;
void main() {
  float loss;
  vec2 slope;
  sampleAt(mix(domain.xz, domain.yw, share), loss, slope);
  float u = heightUnit(loss);
  float level = u * ${isolines.toFixed(1)};
  float change = max(fwidth(level), 1e-6);
  if (hole > 0.0 || isnan(u) || isinf(u)) discard;

  vec2 scale = 2.0 * box.xy / (domain.yw - domain.xz);
  vec2 rise = box.z * heightSlope(loss) * slope / scale;
  bool flat_ = isnan(rise.x) || isnan(rise.y);
  rise = flat_ ? vec2(0.0) : clamp(rise, -60.0, 60.0);
  vec3 normal = normalize(vec3(-rise.x, 1.0, rise.y));
  vec3 eye = normalize(cameraPosition - world);
  float facing = dot(normal, eye);
  bool under = facing < 0.0;
  if (under) normal = -normal;
  facing = abs(facing);

  float key = dot(normal, keyLight) * 0.5 + 0.5;
  float sky = normal.y * 0.5 + 0.5;
  vec3 base = rampAt(u);
  vec3 lit = base * (shade + light * (key * key * 0.86 + sky * 0.22));
  vec3 halfway = normalize(keyLight + eye);
  lit += light * 0.05 * pow(max(dot(normal, halfway), 0.0), 14.0);
  lit += rim * pow(1.0 - facing, 4.0) * (0.35 + 0.65 * base);
  if (under) lit *= 0.42;

  float nearest = floor(level + 0.5);
  float distance_ = abs(level - nearest) / change;
  bool isFifth = mod(nearest, 5.0) < 0.5;
  float width = isFifth ? 0.75 : 0.5;
  float line = 1.0 - smoothstep(width - 0.5, width + 0.7, distance_);
  line *= 1.0 - smoothstep(0.22, 0.5, change);
  line *= smoothstep(0.0, 3e-5, change) * step(0.5, nearest) * step(nearest, ${(isolines - 0.5).toFixed(1)});
  vec3 shown = encoded(lit);
  shown = mix(shown, lineColour, line * (isFifth ? lineStrength.y : lineStrength.x));
  if (veil.a > 0.0) {
    vec4 bundle = texture(fans, share);
    shown = mix(shown, veil.rgb, veil.a) * (1.0 - bundle.a) + bundle.rgb;
  }

  vec2 toEdge = min(share, 1.0 - share) / max(fwidth(share), vec2(1e-7));
  float border = 1.0 - smoothstep(0.8, 2.2, min(toEdge.x, toEdge.y));
  shown = mix(shown, edge, border * 0.5);
  colour = vec4(shown, 1.0);
}`;

/** The fragment shader of the skirt: the surface's rim continued downwards, fading out. */
export const skirtShader = (field: Field): string => `
${declarations(field)}
${shading(field)}
uniform float skirtStrength;
void main() {
  float loss;
  vec2 slope;
  sampleAt(mix(domain.xz, domain.yw, share), loss, slope);
  float u = heightUnit(loss);
  if (hole > 0.0 || isnan(u)) discard;
  float fade = 1.0 - below;
  colour = vec4(encoded(rampAt(u) * mix(0.16, 0.42, fade)), skirtStrength * fade * fade);
}`;
