import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** A chunk of the build, as far as its weight is concerned. */
export interface Piece {
  readonly code: string;
  readonly isEntry: boolean;
  /** File names of the chunks that it imports statically. */
  readonly imports: readonly string[];
}

/** The chunks that the page cannot begin without: every entry, and what entries import statically. */
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

/**
 * Prints the initial JavaScript in kB (1,000 bytes) after gzip, and beside it that of all chunks, those which the page
 * asks for later included; fails the build where the initial is more than `limit`.
 */
export const budget = (limit: number): Plugin => ({
  name: 'downhill:budget',
  apply: 'build',
  writeBundle(_, bundle) {
    const pieces = new Map<string, Piece>();
    for (const [file, item] of Object.entries(bundle)) if (item.type === 'chunk') pieces.set(file, item);
    const kilobytes = (files: Iterable<string>): number =>
      [...files].reduce((sum, file) => sum + gzipSync(pieces.get(file)?.code ?? '').length, 0) / 1000;
    const initial = kilobytes(initialFiles(pieces));
    const all = kilobytes(pieces.keys());
    const report = `initial JavaScript: ${initial.toFixed(1)} kB gzip (at most ${limit}); all of it: ${all.toFixed(1)} kB`;
    if (initial > limit) this.error(report);
    this.info(report);
  },
});
