/**
 * `npm run budgets`, a stage of `npm test`: speeds as shares of a yardstick within one run, which hold on any machine, each
 * with room for noise, and the weights of the build; what is promised is in `npm run bench`.
 */
import { measureShares } from './page.mjs';
import { engineRows, frameRow, shaderRow, weightRows } from './shares.mjs';
import { print } from './table.mjs';

const weights = weightRows();
const { rows } = engineRows({ engine: 0.5, map: 0.5, scene: 0.5 });
const { frame, yardstick, maps } = await measureShares();
if (!print([...rows, frameRow({ frame, yardstick }), shaderRow(maps, 0.4), ...weights])) process.exitCode = 1;
