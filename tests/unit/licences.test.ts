import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { licenceText, licensed, packageOf } from '../../src/app/build/licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: true; readonly optional?: true }>>;
}
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
/** Folders of all packages that a build could take something from. */
const shipped = Object.entries(packages)
  .filter(([folder, { dev, optional }]) => folder !== '' && dev !== true && optional !== true)
  .map(([folder]) => folder);

/** Licences that let the page be given away as it is: for the one that asks for its source, the list has the address. */
const fine = ['MIT', 'ISC', 'BSD-3-Clause', '0BSD', 'MPL-2.0', 'Apache-2.0'];

describe('licences', () => {
  it('are named by every package that a build could take in, and let the page be given away', () => {
    expect(shipped.length).toBeGreaterThan(30);
    for (const folder of shipped) {
      const { name, licence, source, text } = licensed(join(root, folder));
      expect(fine, name).toContain(licence);
      expect(source, name).toMatch(/^https:\/\/[\w.-]+\/\S+$/);
      expect(text, name).toMatch(/copyright|Mozilla Public License/i);
      expect(text, name).toMatch(/permission|permitted|licen[sc]e/i);
    }
  });

  it('are needed: what names none is no part of the page', () => {
    const folder = mkdtempSync(join(tmpdir(), 'downhill-'));
    const write = (content: object): void => writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
    const bare = { name: 'bare', version: '1.0.0' };
    for (const license of [undefined, 'UNLICENSED', { type: 'MIT' }]) {
      write({ ...bare, license });
      expect(() => licensed(folder)).toThrow('bare 1.0.0 is part of the page and names no licence');
    }
    write({ ...bare, license: 'MIT' });
    expect(() => licensed(folder)).toThrow("bare 1.0.0 is part of the page and comes without its licence's text");
    writeFileSync(join(folder, 'LICENSE.md'), 'Permission is granted.\n');
    expect(licensed(folder)).toMatchObject({ licence: 'MIT', text: 'Permission is granted.' });
    for (const repository of [
      'a/b',
      'github:a/b',
      'git://github.com/a/b.git',
      { url: 'git+https://github.com/a/b.git' },
    ]) {
      write({ ...bare, license: 'MIT', repository });
      expect(licensed(folder).source).toBe('https://github.com/a/b');
    }
    rmSync(folder, { recursive: true });
  });

  it('belong to the package that a module lies in', () => {
    expect(packageOf('/a/node_modules/three/build/three.module.js')).toBe('/a/node_modules/three');
    expect(packageOf('/a/node_modules/@x/y/z.js?worker')).toBe('/a/node_modules/@x/y');
    expect(packageOf('\0/a/node_modules/leva/node_modules/zustand/i.js')).toBe('/a/node_modules/leva/node_modules/zustand'); // prettier-ignore
    expect(packageOf('/a/src/app/main.tsx')).toBeUndefined();
  });

  it('are listed with the address of the source, and what is to be passed on', () => {
    const [three, other] = [
      licensed(join(root, 'node_modules/three')),
      licensed(join(root, 'node_modules/mediabunny')),
    ];
    const text = licenceText([three, other]);
    expect(text).toContain(`three ${three.version}\nLicence: MIT\nSource: https://github.com/mrdoob/three.js\n\n`);
    expect(licenceText([three, other, { ...three }])).toBe(text);
    expect(text).toContain(
      'Licence: MPL-2.0\nSource: https://github.com/Vanilagy/mediabunny\n\nMozilla Public License',
    );
  });

  it('are listed with Downhill’s own, with that of the digits, and with whose a package is that does not say so', () => {
    const text = licenceText(['@react-three/fiber', '@stitches/react'].map((name) => licensed(join(root, 'node_modules', name)))); // prettier-ignore
    const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
    expect(text).toContain(`Licence: MIT\n\n${own}\n`);
    expect(text).toContain('Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\nSource: https://doi.org/10.24432/C50P49'); // prettier-ignore
    for (const holder of ['2019-2025 Poimandres', '2020 WorkOS'])
      expect(text).toContain(`\n\nMIT License\n\nCopyright (c) ${holder}\n\nPermission is hereby granted`);
  });
});
