import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package that the page is made of. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** Its licence's SPDX identifier. */
  readonly licence: string;
  /** Where its source is. */
  readonly source: string;
  /** What it asks to be passed on with it; empty where it comes without a file for that. */
  readonly text: string;
}

/** The file of licences, beside the page. */
export const licencesFile = 'licences.txt';

/** The folder of the package that a module belongs to; undefined where it is the project's own. */
export const packageOf = (module: string): string | undefined =>
  /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url: string };
  readonly homepage?: string;
}

const sourceOf = ({ name, repository, homepage }: Manifest): string => {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url?.replace(/^git\+|\.git$/g, '') ?? homepage ?? `https://www.npmjs.com/package/${name}`;
};

/** What a package says about its licence. Throws where it names none. */
export function licensed(folder: string): Licensed {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license: licence } = manifest;
  if (typeof licence !== 'string' || !/^[\w.+() -]+$/.test(licence) || licence === 'UNLICENSED')
    throw new Error(`${name} ${version} is part of the page and names no licence`);
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)\b/i.test(file));
  const text = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
  return { name, version, licence, source: sourceOf(manifest), text };
}

/** Packages with their licences, as text for people. */
export function licenceText(packages: readonly Licensed[]): string {
  const sections = packages.map(({ name, version, licence, source, text }) =>
    [`${name} ${version}`, `Licence: ${licence}`, `Source: ${source}`, ...(text === '' ? [] : ['', text])].join('\n'),
  );
  return `${['The page contains these packages, each under its own licence.', ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Notes the packages of every module of a build: the page's, and those of its workers, which are builds of their own. */
export const packagesIn = (found: Set<string>): Plugin => ({
  name: 'downhill:packages',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const item of Object.values(bundle))
      for (const module of item.type === 'chunk' ? item.moduleIds : []) {
        const folder = packageOf(module);
        if (folder !== undefined) found.add(folder);
      }
  },
});

/** Adds the licences of all that was found to the build, which fails where a package names none. */
export const licences = (found: ReadonlySet<string>): Plugin => ({
  name: 'downhill:licences',
  apply: 'build',
  generateBundle() {
    const packages = [...found].map(licensed).sort((a, b) => a.name.localeCompare(b.name, 'en'));
    this.emitFile({ type: 'asset', fileName: licencesFile, source: licenceText(packages) });
  },
});
