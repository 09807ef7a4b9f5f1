import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inScript, wholePage, withWorkersInside } from '../../src/app/build/single.ts';

describe('the page in one file', () => {
  it('starts each worker from code that lies in it, with what it is told', () => {
    const code = `const a = new Worker(new URL('./a.ts', import.meta.url), { type: 'module', name: 'a' });
const b = new Worker(new URL('../b.ts', import.meta.url), { type: 'module' });`;
    expect(withWorkersInside(code)).toBe(`import WorkerInside0 from './a.ts?worker&inline';
import WorkerInside1 from '../b.ts?worker&inline';
const a = new WorkerInside0({ type: 'module', name: 'a' });
const b = new WorkerInside1({ type: 'module' });`);
    expect(withWorkersInside('new URL("./a.ts", import.meta.url)')).toBeUndefined();
  });

  it('holds code in which HTML reads no end and no beginning', () => {
    const code = "const a = '</script><!--', b = 1 <scripts";
    expect(inScript(code)).toBe("const a = '\\x3C/script>\\x3C!--', b = 1 <scripts");
  });

  it('loads nothing, and names what it runs by hashes', () => {
    const html = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="icon" type="image/svg+xml" href="./favicon.svg" />
    <link rel="apple-touch-icon" href="./icons/apple-touch.png" />
    <link rel="manifest" href="./manifest.webmanifest" />
    <script type="module" crossorigin src="./assets/index-1.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index-1.css">
  </head>
  <body><div id="root"></div></body>
</html>`;
    const [code, style] = ["log('$& $1')", 'a{content:"$&"}'];
    const page = wholePage(html, code, style, 'data:image/svg+xml,', 'MIT ----> -->');
    expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual(['href="data:image/svg+xml,"']);
    expect(page).toContain(`<script type="module">${code}</script>`);
    expect(page).toContain(`<style>${style}</style>`);
    for (const text of [code, style])
      expect(page).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(page).toContain('<!--\nMIT ====> ==>-->\n</html>');
    expect(page).not.toMatch(/'unsafe-(?:eval|inline)'/);
  });
});
