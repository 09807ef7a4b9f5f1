import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** A chunk of the build, as far as its weight is concerned. */
export interface Piece {
  readonly code: string;
  readonly isEntry: boolean;
  /** File names of the chunks that it imports statically. */
  readonly imports: readonly string[];
}

/** The chunks that the page loads before anything is asked of it: every entry, and what entries import statically. */
export function initialFiles(pieces: ReadonlyMap<string, Piece>): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const piece = pieces.get(file);
    if (piece === undefined || found.has(file)) return;
    found.add(file);
    piece.imports.forEach(visit);
  };
  for (const [file, piece] of pieces) if (piece.isEntry) visit(file);
  return [...found];
}

/** Prints the initial JavaScript in kB (1,000 bytes) after gzip, and fails the build where it is more than `limit`. */
export const budget = (limit: number): Plugin => ({
  name: 'downhill:budget',
  apply: 'build',
  writeBundle(_, bundle) {
    const pieces = new Map<string, Piece>();
    for (const [file, item] of Object.entries(bundle)) if (item.type === 'chunk') pieces.set(file, item);
    const files = initialFiles(pieces);
    const bytes = files.reduce((sum, file) => sum + gzipSync(pieces.get(file)?.code ?? '').length, 0);
    const report = `initial JavaScript: ${(bytes / 1000).toFixed(1)} kB gzip in ${files.length} files (at most ${limit} kB)`;
    if (bytes > limit * 1000) this.error(report);
    this.info(report);
  },
});
