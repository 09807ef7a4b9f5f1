import type { Source } from './source.ts';
import { folderOf, type Layer, table } from './table.ts';

type Rows = Readonly<Record<string, Layer>>;

const vague = /^(?:util|helper|manager)s?$/i;
const words = (path: string): string[] => path.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/);
const isOurs = (target: string): boolean =>
  /^(?:src|surfaces|tests|public)(?:\/|$)|\.(?:tsx?|mjs|css|json)$/.test(target);

/** Imports that leave the table. A stylesheet is the business of the folder that it lies in. */
function importFaults({ path, imports, unknown }: Source, rows: Rows, exists: (path: string) => boolean): string[] {
  const folder = folderOf(path, rows);
  const layer = folder === undefined ? undefined : rows[folder];
  if (layer === undefined) return [`${path}: lies in no folder of the table`];
  if (layer.folders !== 'anything' && unknown.length > 0)
    return unknown.map((what) => `${path}: nobody can tell what it imports with ${what}`);
  return imports.flatMap((target) => {
    if (!isOurs(target)) {
      const allowed = layer.packages === 'anything' || layer.packages.includes(target);
      return allowed ? [] : [`${path}: ${folder} may not import the package ${target}`];
    }
    if (!exists(target)) return [`${path}: imports ${target}, which does not exist`];
    const other = folderOf(target, rows);
    if (layer.folders === 'anything' || other === folder) return [];
    return other !== undefined && layer.folders.includes(other) ? [] : [`${path}: ${folder} may not import ${target}`];
  });
}

/** Everything in a source file of the program that is against the architecture, as sentences. */
export function faults(source: Source, exists: (path: string) => boolean, rows: Rows = table): string[] {
  const { path, banned, impure } = source;
  const folder = folderOf(path, rows);
  const pure = folder !== undefined && rows[folder]?.pure === true;
  return [
    ...importFaults(source, rows, exists),
    ...banned.map((what) => `${path}: may not contain ${what}`),
    ...(pure ? impure.map((what) => `${path}: the same input must give the same output, but it contains ${what}`) : []),
    ...shapeFaults(path, source.lines),
  ];
}

/** What holds for every file of the project, tests included: it is short, and its name says what it is for. */
export function shapeFaults(path: string, lines: number): string[] {
  return [
    ...(lines > 300 ? [`${path}: has ${lines} lines; over 300 it holds more than one thing`] : []),
    ...(words(path).some((word) => vague.test(word)) ? [`${path}: its name says nothing about what it is for`] : []),
  ];
}
