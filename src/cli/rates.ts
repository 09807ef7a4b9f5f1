import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { surfaces } from '../../surfaces/catalog.ts';
import { rules } from '../optimizers/catalog.ts';
import { suggest } from './suggest.ts';

/** `npm run rates`: searches the suggested rate of every rule on every surface again and writes surfaces/rates.json. */
const file = new URL('../../surfaces/rates.json', pathToFileURL(process.argv[1] as string));

const sorted = <Value>(entries: [string, Value][]): Record<string, Value> =>
  Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));

const rates = sorted(
  surfaces.map(({ id }) => [id, sorted(rules.map((rule): [string, number] => [rule.id, suggest(id, rule.id)]))]),
);

writeFileSync(file, `${JSON.stringify(rates, null, 2)}\n`);
