/** Measures the built page in a browser: see `measurePage` and `measureShares`. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { browser, browserArguments } from '../e2e/browser.mjs';
import { measureMaps } from './mapPage.mjs';
import { mapSpeeds } from './shader.mjs';

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
 * Milliseconds from a move of the noise to the moment at which all fans are there that it made anew, as the page itself
 * counts them (a timer that asks would be called only after the frame that draws them), and the longest task of the
 * page's own thread while a surface slider is dragged with fans on, a move a frame.
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
    downhill.setScene({ noise: 2 + (move + 1) / moves });
    await made();
    const { lastSimulationMs, lastFansMs } = downhill.stats();
    times.push(lastSimulationMs + lastFansMs);
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

/** Milliseconds that 100,000 steps of Adam on Rosenbrock take as plain script, so that script can be told as a share of it. */
function yardstick() {
  const round = () => {
    const before = performance.now();
    let [x, y, mx, my, vx, vy, p1, p2] = [-1.5, 2, 0, 0, 0, 0, 1, 1];
    for (let i = 0; i < 100_000; i += 1) {
      const u = 1 - x;
      const w = y - x * x;
      const gx = -2 * u - 400 * x * w;
      const gy = 200 * w;
      p1 *= 0.9;
      p2 *= 0.999;
      mx = 0.9 * mx + 0.1 * gx;
      my = 0.9 * my + 0.1 * gy;
      vx = 0.999 * vx + 0.001 * gx * gx;
      vy = 0.999 * vy + 0.001 * gy * gy;
      x -= (0.02 * (mx / (1 - p1))) / (Math.sqrt(vx / (1 - p2)) + 1e-8);
      y -= (0.02 * (my / (1 - p1))) / (Math.sqrt(vy / (1 - p2)) + 1e-8);
    }
    if (!(Math.abs(x - 1) < 0.1)) throw new Error('expected Adam to arrive');
    return performance.now() - before;
  };
  return Array.from({ length: 15 }, round);
}

/** Script milliseconds of a frame while six trails of 2,000 steps play, the median. Leaves the race paused. */
async function frameScript(/** @type {import('@playwright/test').Page} */ page) {
  await page.evaluate((steps) => void window.downhill.setScene({ steps }), steps);
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await page.locator('body').press('r');
  if (!(await pause.isVisible())) await page.getByRole('button', { name: 'Play', exact: true }).click();
  await pause.waitFor();
  const before = await drawn(page);
  await page.waitForFunction((least) => window.downhill.stats().frames >= least, before + frames, { timeout: 120_000 });
  const times = await page.evaluate(frameTimes, frames);
  await pause.click();
  return median(times);
}

const drawn = (/** @type {import('@playwright/test').Page} */ page) =>
  page.evaluate(() => window.downhill.stats().frames);

/**
 * What `work` makes of the built page, served and opened for it.
 *
 * @template T
 * @param {(page: import('@playwright/test').Page) => Promise<T>} work
 */
async function onPage(work) {
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
    return await work(page);
  } finally {
    await started.close();
    await server.close();
  }
}

/**
 * The speeds of the page as shares of a yardstick in the same run: script of a frame, and the map's shader. Of three rounds
 * the quickest counts, of the yardstick too: other work of the machine makes either longer, and never shorter.
 */
export const measureShares = () =>
  onPage(async (page) => {
    let [frame, least] = [Infinity, Infinity];
    for (let round = 0; round < 3; round += 1) {
      frame = Math.min(frame, await frameScript(page));
      least = Math.min(least, median(await page.evaluate(yardstick)));
    }
    return { frame, yardstick: least, maps: await mapSpeeds(page) };
  });

/**
 * The medians of the re-simulation of six optimizers × 2,000 steps, of their fans of 50 seeds × 1,000 steps, of the strips
 * under the sliders in sight and what they cost a drag, and of a frame's script; the longest task while a slider is dragged
 * with fans on, and while networks learn; frames when idle; and how maps are made.
 */
export const measurePage = () =>
  onPage(async (page) => {
    const simulation = median(await page.evaluate(simulationTimes, { moves, steps }));
    const fans = await page.evaluate(fanTimes, { moves: 20, seeds: 50, steps: 1000 });
    const strips = await page.evaluate(stripTimes, { moves: 12, steps: 500 });
    const frame = await frameScript(page);
    const plain = median(await page.evaluate(yardstick));
    await page.waitForTimeout(3000);
    const atRest = await drawn(page);
    await page.waitForTimeout(2000);
    const idle = (await drawn(page)) - atRest;
    const lab = await page.evaluate(labTask, 1000);
    return {
      simulation,
      fan: median(fans.times),
      task: fans.longest,
      strip: median(strips.times),
      strips: strips.count,
      drag: median(strips.shares),
      frame,
      yardstick: plain,
      idle,
      lab,
      maps: await mapSpeeds(page),
      making: await measureMaps(page),
    };
  });
