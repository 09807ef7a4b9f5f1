import { output } from './table.mjs';

/** @typedef {{ name: string, share: number, engine: number, byHand: number }} Comparison */

const program = (/** @type {string} */ name) => JSON.parse(output('src/cli/run.mjs', `tests/bench/${name}.ts`));

/**
 * The engine's speeds as shares of what is written by hand, each within one run; `least` is the bound by the row's key. And
 * the steps that the kernel of a map makes on one thread, in millions per second.
 */
export function engineRows(/** @type {Readonly<Record<'engine' | 'map' | 'scene', number>>} */ least) {
  /** @type {Comparison[]} */
  const comparisons = program('engine');
  /** @type {{ share: number, map: number, kernel: number }} */
  const map = program('maps');
  /** @type {{ share: number, milliseconds: number }} */
  const scene = program('scene');
  const rows = [
    ...comparisons.map(({ name, share, engine, byHand }) => ({
      key: `engine ${name}`,
      what: `Rosenbrock, ${name}: engine / written by hand (${engine.toFixed(0)} and ${byHand.toFixed(0)} million steps/s)`,
      value: share,
      least: least.engine,
    })),
    {
      key: 'map on one thread',
      what: `a map of Adam on Rosenbrock, on one thread: runs told / the kernel alone (${map.map.toFixed(0)} and ${map.kernel.toFixed(0)} million steps/s)`,
      value: map.share,
      least: least.map,
    },
    {
      key: 'scene',
      what: `six optimizers × 2,000 steps after a move (${scene.milliseconds.toFixed(2)} ms): six runs of Adam by hand / all of it`,
      value: scene.share,
      least: least.scene,
    },
  ];
  return {
    rows: rows.map(({ least: bound, ...row }) => ({ ...row, digits: 2, bound: /** @type {const} */ (['≥', bound]) })),
    kernel: map.kernel,
  };
}

/** The map's shader as a share of one written by hand. */
export const shaderRow = (
  /** @type {{ drawn: number, whole: number, byHand: number }} */ { drawn, whole, byHand },
  /** @type {number} */ least,
) => ({
  key: 'map shader',
  what: `512 × 512 runs of 500 steps of Adam by the map's shader / one written by hand (${drawn.toFixed(0)} and ${byHand.toFixed(0)} million steps/s; ${whole.toFixed(0)} with float64 after it)`,
  value: drawn / byHand,
  digits: 2,
  bound: /** @type {const} */ (['≥', least]),
});

/** A frame's script as a share of plain script: 0.31 to 0.65 in nine runs, with much else to do beside them. */
export const frameRow = (/** @type {{ frame: number, yardstick: number }} */ { frame, yardstick }) => ({
  key: 'frame / yardstick',
  what: `script of a frame of the race (${frame.toFixed(2)} ms) / 100,000 steps of Adam as plain script (${yardstick.toFixed(2)} ms)`,
  value: frame / yardstick,
  digits: 2,
  bound: /** @type {const} */ (['≤', 1]),
});

/** What the parts of a build weigh, as it tells by itself: the initial JavaScript first. It fails where one is too heavy. */
export function weightRows() {
  const told = output('node_modules/vite/bin/vite.js', 'build');
  const [, all] = /all of it: ([\d.]+) kB/.exec(told) ?? [];
  const parts = [...told.matchAll(/budget\] (.+): ([\d.]+) kB gzip \(at most ([\d.]+)\)/g)];
  if (parts.length < 2 || all === undefined) throw new Error(`expected a build that tells its weights:\n${told}`);
  return parts.map(([, part, weight, most], i) => ({
    key: i === 0 ? 'weight' : `weight of ${part}`,
    what: i === 0 ? `${part}, gzip (with all that is loaded later: ${all} kB)` : `${part}, gzip`,
    value: Number(weight),
    digits: 1,
    unit: ' kB',
    bound: /** @type {const} */ (['≤', Number(most)]),
  }));
}
