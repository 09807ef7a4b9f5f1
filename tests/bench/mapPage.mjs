import { availableParallelism } from 'node:os';

/** Million steps per second that threads make of a map of Adam on Rosenbrock whose runs are all alike, median of the rounds. */
async function threadSpeed(/** @type {{ side: number, steps: number, rounds: number }} */ { side, steps, rounds }) {
  const { downhill } = window;
  downhill.setScene({ view: 'backprop', surface: { id: 'rosenbrock' } });
  const axes = [
    { name: 'lr', from: 0.02, to: 0.02002, scale: /** @type {const} */ ('log') },
    { name: 'beta1', from: 0.9, to: 0.9001, scale: /** @type {const} */ ('decay') },
  ];
  const times = [];
  for (let round = 0; round <= rounds; round += 1) {
    const before = performance.now();
    await downhill.map({ optimizer: 'adam', axes, size: [side, side], steps, backend: 'worker' });
    times.push(performance.now() - before);
  }
  // The first round opens the threads.
  const sorted = times.slice(1).sort((a, b) => a - b);
  return (side * side * steps) / (sorted[rounds >> 1] ?? NaN) / 1000;
}

/**
 * While the view of maps makes six of them anew: the longest task of the page's own thread, and how long after a move of a
 * setting its frame is over, at worst, in milliseconds.
 */
async function whileMapping(/** @type {number} */ moves) {
  const { downhill } = window;
  downhill.setScene({ surface: { id: 'rosenbrock' }, view: 'maps', maps: { kind: 'basins' } });
  const isMaking = () => document.querySelector('.map progress') !== null;
  const until = async (/** @type {boolean} */ making) => {
    while (isMaking() !== making) await new Promise((next) => setTimeout(next, 20));
  };
  await until(true);
  await until(false);
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  let answer = 0;
  for (let move = 1; move <= moves; move += 1) {
    const before = performance.now();
    downhill.setScene({ surface: { params: { b: 100 + move } } });
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    answer = Math.max(answer, performance.now() - before);
    await until(true);
    await new Promise((next) => setTimeout(next, 400));
  }
  await until(false);
  tasks.disconnect();
  return { longest, answer };
}

/** How maps are made by threads, and what they leave of the page. */
export async function measureMaps(/** @type {import('@playwright/test').Page} */ page) {
  const threads = await page.evaluate(threadSpeed, { side: 512, steps: 500, rounds: 5 });
  return { threads, cores: availableParallelism(), ...(await page.evaluate(whileMapping, 5)) };
}
