/** Measures the built page in a browser: see `measurePage`. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, browserArguments } from '../e2e/browser.mjs';

const steps = 2000;
const moves = 100;
const frames = 60;

/** Before the page's own script: adds up the script time of each animation frame, whoever asked for it. */
function watchFrames() {
  const request = window.requestAnimationFrame.bind(window);
  /** @type {Map<number, number>} */
  const script = new Map();
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const before = performance.now();
      callback(now);
      script.set(now, (script.get(now) ?? 0) + performance.now() - before);
    });
  Object.assign(window, { frameScript: script });
}

/** Milliseconds that all six runs take after each of many moves of a surface slider, compile cached. */
async function simulationTimes(/** @type {{ moves: number, steps: number }} */ { moves, steps }) {
  const { downhill } = window;
  const times = [];
  downhill.setScene({ surface: { id: 'rosenbrock', params: { a: 1, b: 100 } }, steps });
  for (let move = 0; move < moves; move += 1) {
    downhill.setScene({ surface: { params: { b: 100 + (move + 1) / moves } } });
    times.push(downhill.stats().lastSimulationMs);
    if (downhill.stats().lastSimulations !== 6) throw new Error('expected a move to simulate six runs');
    // A move a frame, as in a drag.
    await new Promise(requestAnimationFrame);
  }
  return times;
}

/**
 * Milliseconds from a move of the seed to the moment at which all fans are there that it made anew, and the longest task
 * of the page's own thread while a surface slider is dragged with fans on, a move a frame.
 */
async function fanTimes(/** @type {{ moves: number, seeds: number, steps: number }} */ { moves, seeds, steps }) {
  const { downhill } = window;
  const made = async () => {
    while (downhill.getFans() === undefined) await new Promise((next) => setTimeout(next));
  };
  downhill.setScene({ surface: { id: 'rosenbrock' }, steps, noise: 2, fan: seeds });
  await made();
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    const before = performance.now();
    downhill.setScene({ noise: 2 + (move + 1) / moves });
    await made();
    times.push(performance.now() - before);
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  }
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  for (let move = 0; move < moves; move += 1) {
    await new Promise(requestAnimationFrame);
    downhill.setScene({ surface: { params: { b: 100 + (move + 1) / moves } } });
  }
  await made();
  await new Promise((next) => setTimeout(next, 200));
  tasks.disconnect();
  downhill.setScene({ noise: 0, fan: null });
  return { times, longest };
}

/**
 * Milliseconds from a move of a surface slider to the moment at which all strips under the sliders in sight are those of the
 * new scene, how many strips that are, and how much longer the frames of a drag are with them than without.
 */
async function stripTimes(/** @type {{ moves: number, steps: number }} */ { moves, steps }) {
  const { downhill } = window;
  const made = async () => {
    while (downhill.getStrips() === undefined) await new Promise((next) => setTimeout(next));
  };
  let moved = 0;
  const move = () => {
    moved += 1 / 64;
    downhill.setScene({ surface: { params: { b: 100 + moved } } });
  };
  downhill.setScene({ surface: { id: 'rosenbrock' }, steps });
  await made();
  const times = [];
  for (let i = 0; i < moves; i += 1) {
    const before = performance.now();
    move();
    await made();
    times.push(performance.now() - before);
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  }
  const strips = downhill.getStrips() ?? [];
  if (strips.length === 0 || strips.some(({ values }) => values.length !== 256))
    throw new Error('expected strips of 256 values');
  const frame = async () => {
    const before = performance.now();
    for (let i = 0; i < moves; i += 1) {
      await new Promise(requestAnimationFrame);
      move();
    }
    return (performance.now() - before) / moves;
  };
  const sliders = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.slider'));
  const shares = [];
  for (let round = 0; round < 3; round += 1) {
    const withStrips = await frame();
    for (const { style } of sliders) style.display = 'none';
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    shares.push(withStrips / (await frame()));
    for (const { style } of sliders) style.display = '';
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    await made();
  }
  return { times, count: strips.length, shares };
}

/**
 * Million steps per second of a map of Adam on Rosenbrock, lr × beta1, by the page's shader with all its passes and with what
 * float64 makes anew, and of one pass of a shader written by hand for that one case that keeps the final loss alone.
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
    const { backend } = await downhill.map({ optimizer: 'adam', axes, size: [side, side], steps });
    if (backend !== 'gpu') throw new Error('expected the graphics card to make the map');
    return performance.now() - before;
  };
  byHand(1);
  await map();
  /** @type {number[][]} */
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push([await map(), byHand(steps)]);
  const median = (/** @type {number} */ of) => times.map((pair) => Number(pair[of])).sort((a, b) => a - b)[rounds >> 1] ?? NaN; // prettier-ignore
  const million = (/** @type {number} */ milliseconds) => (side * side * steps) / milliseconds / 1000;
  return { map: million(median(0)), byHand: million(median(1)) };
}

/** The longest task of the page's own thread while six networks learn in the lab, in milliseconds. */
async function labTask(/** @type {number} */ epochs) {
  const { downhill } = window;
  const learnt = async (/** @type {number} */ epoch) => {
    const isBehind = () => {
      const networks = downhill.getNetworks();
      return networks.length < 6 || networks.some((network) => network.epoch < epoch);
    };
    while (isBehind()) await new Promise((next) => setTimeout(next, 100));
  };
  downhill.setScene({ view: 'network', network: { epochs } });
  await learnt(5);
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  await learnt(epochs);
  await new Promise((next) => setTimeout(next, 200));
  tasks.disconnect();
  return longest;
}

/** Script milliseconds of each of the latest frames. */
const frameTimes = (/** @type {number} */ count) =>
  [.../** @type {{ frameScript: Map<number, number> }} */ (/** @type {unknown} */ (window)).frameScript.values()].slice(
    -count,
  );

const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/**
 * The medians of the re-simulation of six optimizers × 2,000 steps, of their fans of 50 seeds × 1,000 steps, of the strips
 * under the sliders in sight and what they cost a drag, and of a frame's script; the longest task while a slider is dragged with fans on, and while networks learn; and frames when idle.
 */
export async function measurePage() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const server = await preview({ configFile: false, root, base: './', logLevel: 'silent', preview: { port: 0 } });
  const started = await chromium.launch({ executablePath: (await browser()).path, args: browserArguments });
  try {
    const page = await started.newPage({
      locale: 'en-US',
      viewport: { width: 1280, height: 720 },
      serviceWorkers: 'block',
    });
    await page.addInitScript(watchFrames);
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => window.downhill?.stats().frames > 2);
    const simulation = median(await page.evaluate(simulationTimes, { moves, steps }));

    const fans = await page.evaluate(fanTimes, { moves: 20, seeds: 50, steps: 1000 });
    const strips = await page.evaluate(stripTimes, { moves: 12, steps: 500 });
    await page.evaluate((steps) => void window.downhill.setScene({ steps }), steps);

    const pause = page.getByRole('button', { name: 'Pause', exact: true });
    await page.locator('body').press('r');
    if (!(await pause.isVisible())) await page.getByRole('button', { name: 'Play', exact: true }).click();
    await pause.waitFor();
    const drawn = () => page.evaluate(() => window.downhill.stats().frames);
    const before = await drawn();
    await page.waitForFunction((least) => window.downhill.stats().frames >= least, before + frames, {
      timeout: 120_000,
    });
    const frame = median(await page.evaluate(frameTimes, frames));

    await pause.click();
    await page.waitForTimeout(3000);
    const atRest = await drawn();
    await page.waitForTimeout(2000);
    const idle = (await drawn()) - atRest;
    const lab = await page.evaluate(labTask, 120);
    const maps = await page.evaluate(mapTimes, { side: 512, steps: 500, rounds: 3 });
    return {
      simulation,
      fan: median(fans.times),
      task: fans.longest,
      strip: median(strips.times),
      strips: strips.count,
      drag: median(strips.shares),
      frame,
      idle,
      lab,
      maps,
    };
  } finally {
    await started.close();
    await server.close();
  }
}
