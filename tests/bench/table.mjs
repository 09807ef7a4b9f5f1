/** The tables that `npm run bench` and `npm run budgets` print, and the history that the bench writes. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = fileURLToPath(new URL('history.jsonl', import.meta.url));

/** A number and the bound that it has to keep, from below or from above. */
/** @typedef {{ key: string, what: string, value: number, digits: number, unit?: string, bound: readonly ['≥' | '≤', number] }} Row */

const isMet = (/** @type {Row} */ { value, bound: [side, limit] }) => (side === '≥' ? value >= limit : value <= limit);

/** What a program of Node prints; throws with all that it printed where it fails. */
export function output(/** @type {string[]} */ ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** @typedef {{ date: string, measured: Record<string, number> }} Line */

/** The history, the latest line first. */
function past() {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return /** @type {Line[]} */ (lines.filter((line) => line !== '').map((line) => JSON.parse(line))).reverse();
}

/** Prints the rows beside what the history has latest of each, and returns whether all of them keep their bounds. */
export function print(/** @type {readonly Row[]} */ rows) {
  const lines = past();
  const cells = [
    ['', 'measured', 'bound', '', `on ${lines[0]?.date ?? 'never'}`],
    ...rows.map((row) => {
      const { key, what, value, digits, unit = '', bound } = row;
      const line = lines.find(({ measured }) => measured[key] !== undefined);
      const told = (/** @type {number} */ number) => `${number.toFixed(digits)}${unit}`;
      const limit = `${bound[0]} ${bound[1]}${unit}`;
      const before = told(line?.measured[key] ?? NaN);
      const since = line?.date === lines[0]?.date ? before : `${before} on ${line?.date}`;
      return [what, told(value), limit, isMet(row) ? 'met' : 'MISSED', line === undefined ? '' : since];
    }),
  ];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...cells.map((row) => String(row[i]).length)));
  for (const row of cells)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  return rows.every(isMet);
}

/** Adds a line to the history: the day, the commit, and every number by its key. */
export function remember(/** @type {readonly Row[]} */ rows) {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' });
  const measured = Object.fromEntries(rows.map(({ key, value }) => [key, Number(value.toPrecision(4))]));
  const line = { date: new Date().toISOString().slice(0, 10), commit: (stdout ?? '').trim(), measured };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}
