import type { Run } from '../engine/run.ts';
import type { Language } from '../formula/text.ts';
import type { Scene } from './scene.ts';
import { statusSentence } from './status.ts';

/** A number in the fewest digits that read back as the same number; the sign of −0 is kept, what is not finite is `none`. */
const numeral = (value: number, none: string): string => {
  if (!Number.isFinite(value)) return none;
  return Object.is(value, -0) ? '-0' : String(value);
};

const columnJson = (column: Float64Array): string =>
  `[${Array.from(column, (value) => numeral(value, 'null')).join()}]`;

const runJson = (run: Run, scene: Scene, language: Language): string => {
  const { id, status, at, steps, evaluations } = run;
  const head = { id, status, at, steps, evaluations, sentence: statusSentence(run, scene, language) };
  const columns = Object.entries(run.columns).map(([name, column]) => `${JSON.stringify(name)}:${columnJson(column)}`);
  return `${JSON.stringify(head).slice(0, -1)},"columns":{${columns.join()}}}`;
};

/** `{ "runs": [{ id, status, at, steps, evaluations, sentence, columns }] }`, one run a line; null where a number is not finite. */
export const toJson = (runs: readonly Run[], scene: Scene, language: Language): string =>
  `{"runs":[\n${runs.map((run) => runJson(run, scene, language)).join(',\n')}\n]}\n`;

/** The names of all columns, in order of first appearance. */
const columnNames = (runs: readonly Run[]): string[] => [
  ...new Set(runs.flatMap(({ columns }) => Object.keys(columns))),
];

/** One row per run and step: id, status, at, step, then every column; empty where a run has no such number. */
export function toCsv(runs: readonly Run[]): string {
  const names = columnNames(runs);
  const rows = runs.flatMap(({ id, status, at, steps, columns }) =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const cells = names.map((name) => numeral(columns[name]?.[step] ?? NaN, ''));
      return [id, status, at, step, ...cells].join();
    }),
  );
  return `${[['id', 'status', 'at', 'step', ...names].join(), ...rows].join('\n')}\n`;
}
