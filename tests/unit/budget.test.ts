import { describe, expect, it } from 'vitest';
import { initialFiles, type Piece } from '../../src/app/build/budget.ts';

const piece = (imports: string[], isEntry = false): Piece => ({ code: '', isEntry, imports });

describe('the initial JavaScript', () => {
  it('is the entries and what they import statically, each once', () => {
    const pieces = new Map([
      ['entry.js', piece(['react.js', 'scene.js'], true)],
      ['scene.js', piece(['react.js', 'three.js'])],
      ['react.js', piece([])],
      ['three.js', piece(['react.js'])],
      ['lazy.js', piece(['entry.js'])],
    ]);
    expect(initialFiles(pieces).sort()).toEqual(['entry.js', 'react.js', 'scene.js', 'three.js']);
  });

  it('ends with imports of each other', () => {
    const pieces = new Map([
      ['a.js', piece(['b.js'], true)],
      ['b.js', piece(['a.js'])],
    ]);
    expect(initialFiles(pieces)).toEqual(['a.js', 'b.js']);
  });
});
