/**
 * `npm run bench`: the speeds that the project promises, each beside its target. Shares compare two things within one
 * run, so that they hold on any machine; milliseconds are of this machine, with software rendering.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measurePage } from './page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const output = (/** @type {string[]} */ ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
};

/** @typedef {{ name: string, share: number, engine: number, byHand: number }} Comparison */
/** @type {Comparison[]} */
const comparisons = JSON.parse(output('src/cli/run.mjs', 'tests/bench/engine.ts'));
/** @type {{ epochs: number, overObjects: number, overTensors: number }} */
const network = JSON.parse(output('src/cli/run.mjs', 'tests/bench/network.ts'));
/** @type {{ share: number, map: number, kernel: number }} */
const maps = JSON.parse(output('src/cli/run.mjs', 'tests/bench/maps.ts'));
const build = output('node_modules/vite/bin/vite.js', 'build');
const [, initial, all] = /initial JavaScript: ([\d.]+) kB[^]*?all of it: ([\d.]+) kB/.exec(build) ?? [];
const weight = Number(initial);
const { simulation, fan, task, strip, strips, drag, frame, idle, lab, maps: drawn } = await measurePage();

const speed = (/** @type {Comparison} */ { engine, byHand }) =>
  `${engine.toFixed(0)} and ${byHand.toFixed(0)} million steps/s`;
const rows = [
  ...comparisons.map((item) => ({
    what: `Rosenbrock, ${item.name}: engine / written by hand (${speed(item)})`,
    measured: item.share.toFixed(2),
    target: '≥ 0.80',
    met: item.share >= 0.8,
  })),
  {
    what: `a map of Adam on Rosenbrock, on one thread: runs told / the kernel alone (${maps.map.toFixed(0)} and ${maps.kernel.toFixed(0)} million steps/s)`,
    measured: maps.share.toFixed(2),
    target: '≥ 0.80',
    met: maps.share >= 0.8,
  },
  {
    what: `2-8-8-1 network, 300 points: epochs/s (${network.epochs.toFixed(0)}) / an object per unit`,
    measured: network.overObjects.toFixed(1),
    target: '≥ 6',
    met: network.overObjects >= 6,
  },
  {
    what: 'the same / TensorFlow.js on its CPU backend',
    measured: network.overTensors.toFixed(1),
    target: '≥ 20',
    met: network.overTensors >= 20,
  },
  {
    what: 'six optimizers × 2,000 steps after a slider move, median',
    measured: `${simulation.toFixed(2)} ms`,
    target: '≤ 5 ms',
    met: simulation <= 5,
  },
  {
    what: 'fans of six optimizers × 50 seeds × 1,000 steps, made anew, median',
    measured: `${fan.toFixed(1)} ms`,
    target: '≤ 100 ms',
    met: fan <= 100,
  },
  {
    what: 'longest task of the page while a slider is dragged with these fans',
    measured: `${task.toFixed(0)} ms`,
    target: '≤ 50 ms',
    met: task <= 50,
  },
  {
    what: `strips of the ${strips} sliders in sight, 256 values × 500 steps each, after a move, median`,
    measured: `${strip.toFixed(0)} ms`,
    target: '≤ 100 ms',
    met: strip <= 100,
  },
  {
    what: 'a frame of a drag with these strips / without, median',
    measured: drag.toFixed(2),
    target: '≤ 1.10',
    met: drag <= 1.1,
  },
  {
    what: 'longest task of the page while six networks learn, after their first epochs',
    measured: `${lab.toFixed(0)} ms`,
    target: '≤ 50 ms',
    met: lab <= 50,
  },
  {
    what: 'script per frame, six trails of 2,000 steps playing, median',
    measured: `${frame.toFixed(2)} ms`,
    target: '≤ 3 ms',
    met: frame <= 3,
  },
  { what: 'frames drawn in 2 s at rest', measured: String(idle), target: '0', met: idle === 0 },
  {
    what: `512 × 512 runs of 500 steps of Adam by the map's shader / one written by hand (${drawn.map.toFixed(0)} and ${drawn.byHand.toFixed(0)} million steps/s)`,
    measured: (drawn.map / drawn.byHand).toFixed(2),
    target: '≥ 0.60',
    met: drawn.map / drawn.byHand >= 0.6,
  },
  {
    what: `initial JavaScript, gzip (with all that is loaded later: ${all} kB)`,
    measured: `${weight} kB`,
    target: '≤ 420 kB',
    met: weight <= 420,
  },
];

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, measured, target, met } of rows)
  console.log(`${what.padEnd(width)}  ${measured.padStart(9)}  ${target.padEnd(8)}  ${met ? 'met' : 'MISSED'}`);
if (rows.some(({ met }) => !met)) process.exitCode = 1;
