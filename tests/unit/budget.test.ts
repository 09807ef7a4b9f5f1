import { describe, expect, it } from 'vitest';
import { initialFiles, type Piece, viewFiles } from '../../src/app/build/budget.ts';

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

describe('a view that comes later', () => {
  it('weighs what it brings along, not what is there already; the view that the page begins with is no such view', () => {
    const view = (name: string, imports: string[]): Piece => ({
      ...piece(imports),
      facadeModuleId: `/project/src/views/${name}/View.tsx`,
    });
    const pieces = new Map([
      ['entry.js', piece(['react.js', 'first.js'], true)],
      ['first.js', view('first', [])],
      ['react.js', piece([])],
      ['second.js', view('second', ['react.js', 'shared.js'])],
      ['third.js', view('third', ['shared.js'])],
      ['shared.js', piece(['react.js'])],
      ['dialog.js', { ...piece([]), facadeModuleId: '/project/src/ui/Dialog.tsx' }],
    ]);
    expect(Object.fromEntries(viewFiles(pieces))).toEqual({
      second: ['second.js', 'shared.js'],
      third: ['third.js', 'shared.js'],
    });
  });
});
