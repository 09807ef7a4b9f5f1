import { describe, expect, it } from 'vitest';
import { budget, initialFiles, laterFiles, type Piece } from '../../src/app/build/budget.ts';

const piece = (imports: string[], isEntry = false, dynamicImports: string[] = []): Piece => ({
  code: '',
  isEntry,
  imports,
  dynamicImports,
});

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

describe('what comes later', () => {
  const of = (module: string, imports: string[], dynamicImports: string[] = []): Piece => ({
    ...piece(imports, false, dynamicImports),
    facadeModuleId: `/project/src/${module}`,
  });

  it('weighs what it brings along, not what is there already, whoever imports it; what is initial does not come later', () => {
    const pieces = new Map([
      ['entry.js', piece(['react.js', 'First.js'], true, ['First.js', 'Second.js', 'Third.js'])],
      ['First.js', of('views/first/First.tsx', [], ['Dialog.js'])],
      ['react.js', piece([])],
      ['Second.js', of('views/second/Second.tsx', ['react.js', 'shared.js'], ['encode.js', 'Search.js'])],
      ['Third.js', of('views/third/Third.tsx', ['shared.js'])],
      ['shared.js', piece(['react.js'])],
      ['Dialog.js', of('ui/Dialog.tsx', [])],
      ['Search.js', of('ui/Search.tsx', ['shared.js', 'Second.js'])],
      ['encode.js', of('scene/encode.ts', ['library.js'])],
      ['library.js', piece([])],
      ['unnamed.js', piece([])],
    ]);
    expect(Object.fromEntries(laterFiles(pieces))).toEqual({
      Second: ['Second.js', 'shared.js'],
      Third: ['Third.js', 'shared.js'],
      Dialog: ['Dialog.js'],
      Search: ['Search.js'],
      encode: ['encode.js', 'library.js'],
    });
  });

  it('is under a limit each: the build fails beyond it, and tells of all', () => {
    const { writeBundle } = budget({ initial: 1, worker: 1, later: { Large: 0.03 }, other: 0.02 });
    const told: string[] = [];
    const failed: string[] = [];
    const build = { info: (text: string) => told.push(text), error: (text: string) => failed.push(text) };
    const chunk = (one: Piece) => ({ ...one, type: 'chunk', code: 'a' });
    const bundle = {
      'entry.js': chunk(piece([], true, ['Large.js', 'Small.js'])),
      'Large.js': chunk(of('scene/Large.tsx', [])),
      'Small.js': chunk(of('ui/Small.tsx', [])),
      'assets/some.worker-Ab_3-x_Y.js': { type: 'asset', source: 'a' },
    };
    Reflect.apply(writeBundle as () => void, build, [{}, bundle]);
    expect(failed).toEqual(['Small, later: 0.0 kB gzip (at most 0.02)']);
    expect(told.join()).toContain('Large, later: 0.0 kB gzip (at most 0.03)');
    expect(told.join()).toContain('the worker some: 0.0 kB gzip (at most 1)');
  });
});
