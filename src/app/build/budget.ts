import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** A chunk of the build, as far as its weight is concerned. */
export interface Piece {
  readonly code: string;
  readonly isEntry: boolean;
  /** File names of the chunks that it imports statically. */
  readonly imports: readonly string[];
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

/** What each view that comes later brings along, by the name of its folder. */
export function viewFiles(pieces: Pieces): Map<string, string[]> {
  const initial = new Set(initialFiles(pieces));
  const views = [...pieces].flatMap(([file, { facadeModuleId }]) => {
    const [, view] = /\/src\/views\/(\w+)\/\w+\.tsx$/.exec(facadeModuleId ?? '') ?? [];
    return view === undefined || initial.has(file) ? [] : [[view, file] as const];
  });
  return new Map(
    views.map(([view, file]) => [view, [...closure(pieces, [file])].filter((piece) => !initial.has(piece))]),
  );
}

const kilobytes = (codes: Iterable<string>): number =>
  [...codes].reduce((sum, code) => sum + gzipSync(code).length, 0) / 1000;

/**
 * Prints the JavaScript of the build in kB (1,000 bytes) after gzip: the initial one, that of each view which comes
 * later, each worker, and all of it; fails the build where the initial is more than `limit` or one of the others more
 * than `later`.
 */
export const budget = (limit: number, later: number): Plugin => ({
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
    tell('initial JavaScript', kilobytes(codes(initialFiles(pieces))), limit);
    for (const [view, files] of viewFiles(pieces)) tell(`the view ${view}`, kilobytes(codes(files)), later);
    for (const [file, code] of workers) tell(`the worker ${file}`, kilobytes([code]), later);
    this.info(`all of it: ${kilobytes([...codes([...pieces.keys()]), ...workers.values()]).toFixed(1)} kB gzip`);
  },
});
