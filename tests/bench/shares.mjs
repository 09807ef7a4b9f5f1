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
