/**
 * `npm run bench`: the speeds that the project promises, each beside its target and what the history has latest, to which
 * it adds a line. Shares compare two things within one run, so that they hold on any machine; milliseconds are of this
 * machine, with software rendering.
 */
import { measurePage } from './page.mjs';
import { engineRows, frameRow, shaderRow, weightRows } from './shares.mjs';
import { output, print, remember } from './table.mjs';

const { rows: engine, kernel } = engineRows({ engine: 0.8, map: 0.8, scene: 0.5 });
/** @type {{ epochs: number, overObjects: number, overTensors: number }} */
const network = JSON.parse(output('src/cli/run.mjs', 'tests/bench/network.ts'));
const weights = weightRows();
const { simulation, fan, task, strip, strips, drag, frame, yardstick, idle, lab, maps, making } = await measurePage();

/** @type {import('./table.mjs').Row[]} */
const rows = [
  ...engine,
  {
    key: 'network / objects',
    what: `2-8-8-1 network, 300 points: epochs/s (${network.epochs.toFixed(0)}) / an object per unit`,
    value: network.overObjects,
    digits: 1,
    bound: ['≥', 6],
  },
  {
    key: 'network / tensors',
    what: 'the same / TensorFlow.js on its CPU backend',
    value: network.overTensors,
    digits: 1,
    bound: ['≥', 20],
  },
  {
    key: 'simulation',
    what: 'six optimizers × 2,000 steps after a slider move, median',
    value: simulation,
    digits: 2,
    unit: ' ms',
    bound: ['≤', 5],
  },
  {
    key: 'fans',
    what: 'fans of six optimizers × 50 seeds × 1,000 steps, made anew, median',
    value: fan,
    digits: 1,
    unit: ' ms',
    bound: ['≤', 100],
  },
  {
    key: 'task with fans',
    what: 'longest task of the page while a slider is dragged with these fans',
    value: task,
    digits: 0,
    unit: ' ms',
    bound: ['≤', 50],
  },
  {
    key: 'strips',
    what: `strips of the ${strips} sliders in sight, 256 values × 500 steps each, after a move, median`,
    value: strip,
    digits: 0,
    unit: ' ms',
    bound: ['≤', 100],
  },
  {
    key: 'drag with strips',
    what: 'a frame of a drag with these strips / without, median',
    value: drag,
    digits: 2,
    bound: ['≤', 1.1],
  },
  {
    key: 'task in the lab',
    what: 'longest task of the page while six networks learn, after their first epochs',
    value: lab,
    digits: 0,
    unit: ' ms',
    bound: ['≤', 50],
  },
  {
    key: 'frame',
    what: 'script per frame, six trails of 2,000 steps playing, median',
    value: frame,
    digits: 2,
    unit: ' ms',
    bound: ['≤', 3],
  },
  frameRow({ frame, yardstick }),
  { key: 'idle', what: 'frames drawn in 2 s at rest', value: idle, digits: 0, bound: ['≤', 0] },
  shaderRow(maps, 0.6),
  {
    key: 'map threads',
    what: `the same by ${making.cores} threads (${making.threads.toFixed(0)} million steps/s) / as many kernels alone`,
    value: making.threads / making.cores / kernel,
    digits: 2,
    bound: ['≥', 0.8],
  },
  {
    key: 'task with maps',
    what: 'longest task of the page while the view of maps makes six of them',
    value: making.longest,
    digits: 0,
    unit: ' ms',
    bound: ['≤', 50],
  },
  {
    key: 'answer with maps',
    what: 'a move of a slider meanwhile, until its frame is over, at worst',
    value: making.answer,
    digits: 0,
    unit: ' ms',
    bound: ['≤', 100],
  },
  ...weights,
];
if (!print(rows)) process.exitCode = 1;
remember(rows);
