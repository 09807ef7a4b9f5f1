/** A WebGL context that can render into float32 targets. */
export interface Device {
  readonly gl: WebGL2RenderingContext;
  /** Targets that a pass can write at once. */
  readonly targets: number;
  readonly largest: number;
}

/** Undefined where there is no WebGL 2, or where it has no float targets. */
export function deviceOf(canvas: OffscreenCanvas): Device | undefined {
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false, alpha: true });
  if (gl === null || gl.getExtension('EXT_color_buffer_float') === null) return undefined;
  return {
    gl,
    targets: Math.min(Number(gl.getParameter(gl.MAX_DRAW_BUFFERS)), Number(gl.getParameter(gl.MAX_COLOR_ATTACHMENTS))),
    largest: Number(gl.getParameter(gl.MAX_TEXTURE_SIZE)),
  };
}

/** One triangle over the whole target. */
const vertex = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

const compiled = (gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader => {
  const shader = gl.createShader(kind);
  if (shader === null) throw new Error('the graphics context is lost');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

/** A program of a fragment shader over the whole target. Throws where the device does not take it. */
export function programOf(gl: WebGL2RenderingContext, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compiled(gl, gl.VERTEX_SHADER, vertex), compiled(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  const why = shaders.map((shader) => gl.getShaderInfoLog(shader) ?? '').join('');
  for (const shader of shaders) gl.deleteShader(shader);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true)
    throw new Error(`the shader was not taken: ${why}${gl.getProgramInfoLog(program) ?? ''}`);
  return program;
}

/** A texture of float32 numbers that is read texel by texel. */
export function texture(
  gl: WebGL2RenderingContext,
  [width, height]: readonly [number, number],
  channels: 1 | 4,
  data: Float32Array | null = null,
): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  const [format, layout] = channels === 1 ? [gl.R32F, gl.RED] : [gl.RGBA32F, gl.RGBA];
  gl.texImage2D(gl.TEXTURE_2D, 0, format, width, height, 0, layout, gl.FLOAT, data);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return made;
}
