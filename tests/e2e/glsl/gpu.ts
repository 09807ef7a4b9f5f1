import type { Page } from '@playwright/test';
import { glsl, glslFunctions } from '../../../src/formula/emit/glsl.ts';
import type { Node } from '../../../src/formula/graph.ts';

const uniformOf = (name: string): string => `u_${name.replaceAll('.', '_')}`;

/** A fragment shader that writes loss, gx, gy of the point that `points` holds at its pixel. */
export function shaderOf(outputs: Readonly<Record<'loss' | 'gx' | 'gy', Node>>, params: readonly string[]): string {
  const { body } = glsl(outputs, (name) => (name === 'x' || name === 'y' ? name : uniformOf(name)));
  return `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D points;
${params.map((name) => `uniform float ${uniformOf(name)};`).join('\n')}
out vec4 result;
${glslFunctions}
void main() {
  vec2 point = texelFetch(points, ivec2(gl_FragCoord.xy), 0).xy;
  float x = point.x;
  float y = point.y;
${body}
  result = vec4(loss, gx, gy, 1.0);
}`;
}

export interface Work {
  readonly shader: string;
  readonly uniforms: Readonly<Record<string, number>>;
  /** side × side points as x, y, x, y, …; exact float32 numbers. */
  readonly points: readonly number[];
  readonly side: number;
}

export const uniformsOf = (inputs: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [uniformOf(name), value]));

/** Runs shaders in the browser into float32 textures; for each, loss, gx, gy, 1 per point; throws where one fails. */
export const runOnGpu = (page: Page, works: readonly Work[]): Promise<number[][]> =>
  page.evaluate((all) => {
    const gl = document.createElement('canvas').getContext('webgl2');
    if (gl === null || gl.getExtension('EXT_color_buffer_float') === null) throw new Error('no float render targets');
    const compiled = (type: number, source: string): WebGLShader => {
      const shader = gl.createShader(type);
      if (shader === null) throw new Error('no shader');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true)
        throw new Error(`${gl.getShaderInfoLog(shader)}\n${source}`);
      return shader;
    };
    const whole = `#version 300 es
      void main() {
        gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
      }`;
    const texture = (side: number, format: number, layout: number, data: Float32Array | null): WebGLTexture => {
      const made = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, made);
      gl.texImage2D(gl.TEXTURE_2D, 0, format, side, side, 0, layout, gl.FLOAT, data);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
      return made;
    };
    return all.map(({ shader, uniforms, points, side }) => {
      const program = gl.createProgram();
      gl.attachShader(program, compiled(gl.VERTEX_SHADER, whole));
      gl.attachShader(program, compiled(gl.FRAGMENT_SHADER, shader));
      gl.linkProgram(program);
      if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true)
        throw new Error(gl.getProgramInfoLog(program) ?? '');
      const target = texture(side, gl.RGBA32F, gl.RGBA, null);
      gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0);
      texture(side, gl.RG32F, gl.RG, new Float32Array(points));
      gl.useProgram(program);
      for (const [name, value] of Object.entries(uniforms)) gl.uniform1f(gl.getUniformLocation(program, name), value);
      gl.viewport(0, 0, side, side);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      const read = new Float32Array(4 * side * side);
      gl.readPixels(0, 0, side, side, gl.RGBA, gl.FLOAT, read);
      if (gl.getError() !== gl.NO_ERROR) throw new Error('WebGL reports an error');
      return [...read];
    });
  }, works);
