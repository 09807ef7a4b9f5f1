import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** A chunk of the build, as far as its weight is concerned. */
export interface Piece {
  readonly code: string;
  readonly isEntry: boolean;
  /** File names of the chunks that it imports statically. */
  readonly imports: readonly string[];
  /** And of those that it imports when they are needed. */
  readonly dynamicImports: readonly string[];
  /** The module that it was made for, where it was made for one. */
  readonly facadeModuleId?: string | null;
}

type Pieces = ReadonlyMap<string, Piece>;

/** Some chunks and all that they import statically, each once. */
function closure(pieces: Pieces, files: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const piece = pieces.get(file);
    if (piece === undefined || found.has(file)) return;
    found.add(file);
    piece.imports.forEach(visit);
  };
  for (const file of files) visit(file);
  return found;
}

/** The chunks that the page cannot begin without: every entry, and what entries import statically. */
export const initialFiles = (pieces: Pieces): string[] => [
  ...closure(
    pieces,
    [...pieces].filter(([, { isEntry }]) => isEntry).map(([file]) => file),
  ),
];

/**
 * What each part that comes later brings along, by the name of the module that is imported then: all but what is there
 * already, whoever imports it.
 */
export function laterFiles(pieces: Pieces): Map<string, string[]> {
  const initial = new Set(initialFiles(pieces));
  const importers = new Map<string, Set<string>[]>();
  for (const [file, { dynamicImports }] of pieces)
    for (const later of dynamicImports)
      importers.set(later, [...(importers.get(later) ?? []), closure(pieces, [file])]);
  return new Map(
    [...importers].flatMap(([file, present]): [string, string[]][] => {
      const [, name] = /(\w+)\.\w+$/.exec(pieces.get(file)?.facadeModuleId ?? '') ?? [];
      const isThere = (piece: string): boolean => initial.has(piece) || present.every((files) => files.has(piece));
      const brought = [...closure(pieces, [file])].filter((piece) => !isThere(piece));
      return brought.length === 0 ? [] : [[name ?? file, brought]];
    }),
  );
}

const kilobytes = (codes: Iterable<string>): number =>
  [...codes].reduce((sum, code) => sum + gzipSync(code).length, 0) / 1000;

/** The name of a worker's file without the mark of what is in it, so that it stays the same. */
const nameOf = (file: string): string => /(\w+)(?:\.worker)?(?:-[\w-]{8})?\.js$/.exec(file)?.[1] ?? file;

/** The most that each may weigh, in kB after gzip. */
export interface Limits {
  readonly initial: number;
  readonly worker: number;
  /** By the name of the module that comes later; one that has none may weigh as much as `other`. */
  readonly later: Readonly<Record<string, number>>;
  readonly other: number;
}

/**
 * Prints the JavaScript of the build in kB (1,000 bytes) after gzip: the initial one, that of each part which comes later,
 * each worker, and all of it; fails the build where one weighs more than it may.
 */
export const budget = (limits: Limits): Plugin => ({
  name: 'downhill:budget',
  apply: 'build',
  writeBundle(_, bundle) {
    const pieces = new Map<string, Piece>();
    const workers = new Map<string, string>();
    for (const [file, item] of Object.entries(bundle)) {
      if (item.type === 'chunk') pieces.set(file, item);
      else if (file.endsWith('.js')) workers.set(file, String(item.source));
    }
    const codes = (files: readonly string[]): string[] => files.map((file) => pieces.get(file)?.code ?? '');
    const tell = (what: string, weight: number, most: number): void => {
      const report = `${what}: ${weight.toFixed(1)} kB gzip (at most ${most})`;
      if (weight > most) this.error(report);
      this.info(report);
    };
    tell('initial JavaScript', kilobytes(codes(initialFiles(pieces))), limits.initial);
    for (const [name, files] of laterFiles(pieces))
      tell(`${name}, later`, kilobytes(codes(files)), limits.later[name] ?? limits.other);
    for (const [file, code] of workers) tell(`the worker ${nameOf(file)}`, kilobytes([code]), limits.worker);
    this.info(`all of it: ${kilobytes([...codes([...pieces.keys()]), ...workers.values()]).toFixed(1)} kB gzip`);
  },
});
