/**
 * Million steps per second of a map of Adam on Rosenbrock, lr × beta1: by the page's shader with all its passes; of the
 * whole map, with what float64 makes anew after them; and of one pass of a shader written by hand for that one case, which
 * keeps the final loss alone.
 */
async function mapTimes(/** @type {{ side: number, steps: number, rounds: number }} */ { side, steps, rounds }) {
  const gl = /** @type {WebGL2RenderingContext} */ (new OffscreenCanvas(side, side).getContext('webgl2'));
  gl.getExtension('EXT_color_buffer_float');
  const program = gl.createProgram();
  const sources = [
    [
      gl.VERTEX_SHADER,
      `#version 300 es
      void main() { gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0); }`,
    ],
    [
      gl.FRAGMENT_SHADER,
      `#version 300 es
      precision highp float;
      uniform float side;
      uniform int steps;
      out vec4 loss;
      void main() {
        vec2 place = gl_FragCoord.xy / side;
        float lr = pow(10.0, -4.0 + 4.0 * place.x), beta1 = 1.0 - pow(10.0, -3.0 * place.y), beta2 = 0.999;
        vec2 p = vec2(-1.5, 2.0), m = vec2(0.0), v = vec2(0.0);
        float p1 = 1.0, p2 = 1.0;
        for (int i = 0; i < steps; i += 1) {
          float u = 1.0 - p.x, w = p.y - p.x * p.x;
          vec2 g = vec2(-2.0 * u - 400.0 * p.x * w, 200.0 * w);
          p1 *= beta1;
          p2 *= beta2;
          m = beta1 * m + (1.0 - beta1) * g;
          v = beta2 * v + (1.0 - beta2) * g * g;
          p -= lr * (m / (1.0 - p1)) / (sqrt(v / (1.0 - p2)) + 1.0e-8);
        }
        float u = 1.0 - p.x, w = p.y - p.x * p.x;
        loss = vec4(u * u + 100.0 * w * w, p, 1.0);
      }`,
    ],
  ];
  for (const [kind, source] of sources) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(Number(kind)));
    gl.shaderSource(shader, String(source));
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, side, side, 0, gl.RGBA, gl.FLOAT, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  const texture = /** @type {WebGLTexture} */ (gl.getParameter(gl.TEXTURE_BINDING_2D));
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  gl.viewport(0, 0, side, side);
  gl.uniform1f(gl.getUniformLocation(program, 'side'), side);
  const byHand = (/** @type {number} */ count) => {
    gl.uniform1i(gl.getUniformLocation(program, 'steps'), count);
    const before = performance.now();
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    const records = new Float32Array(4 * side * side);
    gl.readPixels(0, 0, side, side, gl.RGBA, gl.FLOAT, records);
    return performance.now() - before;
  };
  const { downhill } = window;
  downhill.setScene({ view: 'backprop', surface: { id: 'rosenbrock' } });
  const axes = [
    { name: 'lr', from: 1e-4, to: 1, scale: /** @type {const} */ ('log') },
    { name: 'beta1', from: 0, to: 0.999, scale: /** @type {const} */ ('decay') },
  ];
  const map = async () => {
    const before = performance.now();
    const { backend, onceMs } = await downhill.map({ optimizer: 'adam', axes, size: [side, side], steps });
    if (backend !== 'gpu') throw new Error('expected the graphics card to make the map');
    return [onceMs, performance.now() - before];
  };
  byHand(1);
  await map();
  /** @type {number[][]} */
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push([...(await map()), byHand(steps)]);
  const median = (/** @type {number} */ of) => times.map((each) => Number(each[of])).sort((a, b) => a - b)[rounds >> 1] ?? NaN; // prettier-ignore
  const million = (/** @type {number} */ milliseconds) => (side * side * steps) / milliseconds / 1000;
  return { drawn: million(median(0)), whole: million(median(1)), byHand: million(median(2)) };
}

/** The speeds of `mapTimes`, the medians of five rounds. */
export const mapSpeeds = (/** @type {import('@playwright/test').Page} */ page) =>
  page.evaluate(mapTimes, { side: 512, steps: 500, rounds: 5 });
