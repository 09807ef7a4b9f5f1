/**
 * `npm run budgets`, a stage of `npm test`: speeds as shares of a yardstick within one run, which hold on any machine, each
 * with room for noise; what is promised is in `npm run bench`. The build has told the weights, and fails by itself.
 */
import { measureShares } from './page.mjs';
import { engineRows, shaderRow } from './shares.mjs';
import { print } from './table.mjs';

const { rows } = engineRows({ engine: 0.5, map: 0.5, scene: 0.4 });
const { frame, yardstick, maps } = await measureShares();
const all = [
  ...rows,
  {
    key: 'frame / yardstick',
    what: `script of a frame of the race (${frame.toFixed(2)} ms) / 100,000 steps of Adam as plain script (${yardstick.toFixed(2)} ms)`,
    value: frame / yardstick,
    digits: 2,
    bound: /** @type {const} */ (['≤', 3]),
  },
  shaderRow(maps, 0.4),
];
if (!print(all)) process.exitCode = 1;
