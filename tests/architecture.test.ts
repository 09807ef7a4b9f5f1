import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faults, shapeFaults } from './architecture/faults.ts';
import { readSource, resolve } from './architecture/source.ts';
import { folderOf, table } from './architecture/table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths from the project's root of everything under a folder; folders end in a slash. */
const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'output') return [];
    return entry.isDirectory() ? [`${path}/`, ...under(path)] : [path];
  });
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const exists = (path: string): boolean => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;

const program = [...under('src'), ...under('surfaces')];
const code = program.filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'));

describe('the program', () => {
  it('has no folder outside the table', () => {
    const folders = program.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
    const parents = (folder: string): boolean => Object.keys(table).some((row) => row.startsWith(`${folder}/`));
    expect(folders.filter((folder) => folderOf(folder) === undefined && !parents(folder))).toEqual([]);
  });

  it('keeps to the table, runs no text as code, and loads nothing from elsewhere', () => {
    expect(code.length).toBeGreaterThan(50);
    expect(code.flatMap((path) => faults(readSource(path, text(path)), exists))).toEqual([]);
  });

  it('needs all that the table permits', () => {
    const needed = new Set(
      code.flatMap((path) =>
        readSource(path, text(path)).imports.map((to) => `${folderOf(path)} ${folderOf(to) ?? to}`),
      ),
    );
    const permitted = Object.entries(table).flatMap(([row, { folders, packages }]) =>
      [folders, packages].flatMap((list) => (list === 'anything' ? [] : list.map((to) => `${row} ${to}`))),
    );
    expect(permitted.filter((pair) => !needed.has(pair))).toEqual([]);
  });

  it('is type-checked without the DOM library where it is pure and asks for no card and no thread', () => {
    const { include, exclude } = JSON.parse(text('src/tsconfig.pure.json')) as Record<'include' | 'exclude', string[]>;
    const isIn = (paths: readonly string[], row: string): boolean =>
      paths.some((path) => `${row}/`.startsWith(`${join('src', path)}/`));
    const rows = Object.entries(table).map(([row, layer]) => ({ row, layer, isChecked: isIn(include, row) && !isIn(exclude, row) })); // prettier-ignore
    expect(
      rows.filter(({ layer, isChecked }) => isChecked !== (layer.pure === true && layer.browser !== true)),
    ).toEqual([]);
  });

  it('is shown around in the README, whole', () => {
    const places = text('README.md').split('## Where things are')[1]?.split('\n## ')[0] ?? '';
    const folders = Object.keys(table).map((row) => /^(?:src\/)?[^/]+/.exec(row)?.[0]);
    expect(folders.filter((folder) => !places.includes(`\`${folder}/\``))).toEqual([]);
  });

  it('loads nothing from elsewhere in its page and its styles', () => {
    const loading = /(?:url\(|@import|<(?:script|link|img|iframe)[^>]*(?:src|href)=)\s*["']?(?:https?:)?\/\/[^"')\s]+/g;
    const styled = ['index.html', ...program.filter((path) => path.endsWith('.css'))];
    expect(styled.flatMap((path) => text(path).match(loading) ?? [])).toEqual([]);
  });

  it('has short files whose names say what they are for, tests included', () => {
    const files = [...program, ...under('tests')].filter((path) => /\.(?:tsx?|mjs|css)$/.test(path));
    expect(files.flatMap((path) => shapeFaults(path, text(path).split('\n').length - 1))).toEqual([]);
  });
});

describe('its checker', () => {
  const found = (path: string, content: string): string[] => faults(readSource(path, content), () => true);

  it.each([
    ['a static import', 'src/formula/a.ts', "import { run } from '../engine/run.ts';"],
    ['a type-only import', 'src/formula/a.ts', "import type { Run } from '../engine/run.ts';"],
    ['a re-export', 'src/engine/a.ts', "export * from '../state/scene.ts';"],
    ['a dynamic import', 'src/state/a.ts', "export const a = () => import('../ui/Glyph.tsx');"],
    ['a dynamic import of anything', 'src/ui/a.ts', 'export const a = (b: string) => import(b);'],
    ['a worker', 'src/engine/a.ts', "new Worker(new URL('../views/w.ts', import.meta.url), { type: 'module' });"],
    ['a glob', 'src/engine/a.ts', "import.meta.glob('./*.ts');"],
    ['three in the engine', 'src/engine/a.ts', "import { Vector3 } from 'three';"],
    ["a package's file", 'src/state/a.ts', "import { Line2 } from 'three/addons/lines/Line2.js';"],
    ['react in the state', 'src/state/a.ts', "import { useState } from 'react';"],
    ['a scoped package', 'surfaces/a.ts', "import { Canvas } from '@react-three/fiber';"],
    ['node in the page', 'src/ui/a.ts', "import { join } from 'node:path';"],
    ['a test in the program', 'src/ui/a.ts', "import '../../tests/unit/programs.ts';"],
    ['a folder outside the table', 'src/shared/a.ts', 'export const a = 1;'],
    ['eval', 'src/app/a.ts', "eval('1');"],
    ['eval of a window', 'src/app/a.ts', "window.eval('1');"],
    ['new Function', 'src/app/a.ts', "new Function('x', 'return x');"],
    ['Function', 'src/app/a.ts', "globalThis.Function('return 1');"],
    ['a timer with text', 'src/app/a.ts', "setTimeout('a()', 1);"],
    ['a request elsewhere', 'src/app/a.ts', "fetch('https://example.org/a.json');"],
    ['a request to a template', 'src/app/a.ts', 'fetch(`//example.org/${1}`);'],
    ['an image from elsewhere', 'src/ui/a.tsx', 'export const a = <img src="https://example.org/a.png" alt="" />;'],
    ['the clock', 'src/engine/a.ts', 'export const a = () => performance.now();'],
    ['the date', 'src/state/a.ts', 'export const a = () => new Date();'],
    ['unseeded randomness', 'surfaces/a.ts', 'export const a = Math.random();'],
    ['a long file', 'src/app/a.ts', 'export const a = 1;\n'.repeat(301)],
    ['a name that says nothing', 'src/app/mathUtils.ts', 'export const a = 1;'],
    ['a folder that says nothing', 'src/app/helpers/a.ts', 'export const a = 1;'],
  ])('finds %s', (_, path, content) => {
    expect(found(path, content)).toHaveLength(1);
  });

  it('finds an import of a file that does not exist', () => {
    expect(faults(readSource('src/app/a.ts', "import './b.ts';"), () => false)).toHaveLength(1);
  });

  it.each([
    ['its own folder', 'src/formula/emit/a.ts', "import { graph } from '../graph.ts';"],
    ['a lower layer', 'src/engine/a.ts', "import { parse } from '../formula/parse.ts';"],
    ['a package of the layer', 'src/scene/a.ts', "import { Line2 } from 'three/addons/lines/Line2.js';"],
    ['a worker of its own', 'src/engine/a.ts', "new Worker(new URL('./w.ts', import.meta.url));"],
    ['text about an address', 'src/ui/a.tsx', 'export const a = <a href="https://example.org">source</a>;'],
    ['300 lines', 'src/app/a.ts', 'export const a = 1;\n'.repeat(300)],
    ['a date from a number', 'src/state/a.ts', 'export const a = (b: number) => new Date(b);'],
    ['a longer word', 'src/app/futile.ts', 'export const a = 1;'],
  ])('lets %s pass', (_, path, content) => {
    expect(found(path, content)).toEqual([]);
  });

  it('resolves against the importing file', () => {
    expect(resolve('src/ui/charts/Loss.tsx', '../../state/runs.ts')).toBe('src/state/runs.ts');
    expect(resolve('src/ui/Loss.tsx', './loss.css?inline')).toBe('src/ui/loss.css');
    expect(resolve('src/scene/Path.tsx', '@react-three/fiber/native')).toBe('@react-three/fiber');
  });
});
