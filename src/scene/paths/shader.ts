/** Points in a row of the texture that holds them. */
export const pointsAcross = 256;

/**
 * Lines of a fixed width in pixels: six vertices are one segment, drawn as a rectangle with round ends about its two
 * points on the screen. `tip` is the share of the segment numbered `last` that is drawn; `lift` brings the line towards
 * the eye by so many world units, so that the mesh, which is flat between its points, does not cut it.
 */
export const vertexShader = `
uniform highp sampler2D points;
uniform vec2 resolution;
uniform float width;
uniform float lift;
uniform int last;
uniform float tip;
out vec2 inLine;
flat out float extent;
out float length_;
const float nearest = 0.02;
vec4 seen(vec3 point) {
  vec4 place = viewMatrix * vec4(point, 1.0);
  float away = length(place.xyz);
  return vec4(place.xyz * (1.0 - min(lift / away, 0.5)), 1.0);
}
vec4 pointAt(int i) {
  return texelFetch(points, ivec2(i % ${pointsAcross}, i / ${pointsAcross}), 0);
}
const vec2 corners[6] = vec2[](
  vec2(-1.0, 0.0), vec2(1.0, 0.0), vec2(-1.0, 1.0), vec2(-1.0, 1.0), vec2(1.0, 0.0), vec2(1.0, 1.0));
void main() {
  int segment = gl_VertexID / 6;
  vec2 corner = corners[gl_VertexID % 6];
  vec4 pointStart = pointAt(segment);
  vec4 pointEnd = pointAt(segment + 1);
  vec4 a = pointStart;
  vec4 b = segment == last ? mix(pointStart, pointEnd, tip) : pointEnd;
  vec4 from = seen(a.xyz);
  vec4 to = seen(b.xyz);
  if (pointEnd.w < pointStart.w || (from.z > -nearest && to.z > -nearest)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  if (from.z > -nearest) from = mix(to, from, (-nearest - to.z) / (from.z - to.z));
  if (to.z > -nearest) to = mix(from, to, (-nearest - from.z) / (to.z - from.z));
  from = projectionMatrix * from;
  to = projectionMatrix * to;
  vec2 start = from.xy / from.w * resolution * 0.5;
  vec2 end = to.xy / to.w * resolution * 0.5;
  vec2 way = end - start;
  extent = length(way);
  vec2 along = extent > 1e-4 ? way / extent : vec2(1.0, 0.0);
  float pad = width * 0.5 + 1.0;
  bool atEnd = corner.y > 0.5;
  vec2 place = (atEnd ? end + along * pad : start - along * pad) + vec2(-along.y, along.x) * corner.x * pad;
  inLine = vec2(atEnd ? extent + pad : -pad, corner.x * pad);
  float share = extent > 1e-4 ? pad / extent : 0.0;
  length_ = atEnd ? mix(a.w, b.w, 1.0 + share) : mix(a.w, b.w, -share);
  vec4 depth = atEnd ? to : from;
  gl_Position = vec4(place / (resolution * 0.5), depth.z / depth.w, 1.0);
}`;

/**
 * `dash` holds line, gap, line, gap in line widths, all 0 for a solid line; `perWidth` is how many line widths one world
 * unit is long, `gap` the opacity between the dashes.
 */
export const fragmentShader = `
precision highp float;
in vec2 inLine;
flat in float extent;
in float length_;
uniform float width;
uniform vec3 colour;
uniform float opacity;
uniform vec4 dash;
uniform float perWidth;
uniform float gap;
out vec4 shown;
void main() {
  float off = length(vec2(inLine.x - clamp(inLine.x, 0.0, extent), inLine.y));
  float alpha = clamp(width * 0.5 - off + 0.5, 0.0, 1.0);
  float period = dash.x + dash.y + dash.z + dash.w;
  if (period > 0.0) {
    float at = mod(length_ * perWidth, period);
    float first = min(at, dash.x - at);
    float second = min(at - dash.x - dash.y, dash.x + dash.y + dash.z - at);
    float inside = max(max(first, dash.z > 0.0 ? second : -1.0), at - period);
    alpha *= mix(gap, 1.0, clamp(inside * width + 0.5, 0.0, 1.0));
  }
  if (alpha < 0.004) discard;
  shown = vec4(colour, alpha * opacity);
}`;
